/** The messages that customs and the portal exchange, as XML: read as streams, checked as the XSDs say. */
package org.suyuan.exchange.message;
