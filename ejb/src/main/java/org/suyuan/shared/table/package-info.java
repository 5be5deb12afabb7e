/** Tables for people with a spreadsheet: written as .xlsx or CSV, CSV read back. */
package org.suyuan.shared.table;
