/** 销售信息 from spreadsheets: templates, and files or pasted cells that become sales lines. */
package org.suyuan.trace.sheets;
