/** Import declarations: pushed by customs, read by everybody else. */
package org.suyuan.declaration;
