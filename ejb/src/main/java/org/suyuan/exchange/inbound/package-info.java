/** Files that customs puts into the inboxes: claimed once, read, filed away, with a trace of everything. */
package org.suyuan.exchange.inbound;
