/** The append-only log of what people, files and messages did. */
package org.suyuan.audit;
