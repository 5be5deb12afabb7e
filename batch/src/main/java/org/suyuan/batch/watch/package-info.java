/** What those who watch the server ask on its private listener: is it ready, and how much waits. */
package org.suyuan.batch.watch;
