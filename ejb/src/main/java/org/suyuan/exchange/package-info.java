/** The exchange with customs: what leaves through the outbox, what comes back as receipts, the files that come in. */
package org.suyuan.exchange;
