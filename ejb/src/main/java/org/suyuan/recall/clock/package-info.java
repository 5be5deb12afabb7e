/** 时限: by when a recall must begin and end. */
package org.suyuan.recall.clock;
