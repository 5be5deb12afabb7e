/** Jobs, and when they run. */
package org.suyuan.batch;
