/** How long records are kept, and their removal afterwards. */
package org.suyuan.retention;
