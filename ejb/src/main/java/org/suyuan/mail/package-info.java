/** Letters that the portal writes to people outside: kept with the act that causes them, sent afterwards. */
package org.suyuan.mail;
