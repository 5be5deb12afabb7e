/** Removes records whose retention has ended. */
package org.suyuan.batch.purge;
