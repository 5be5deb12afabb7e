/** Duties, feeds and executions of jobs at the console of the server. */
package org.suyuan.batch.console;
