/** Code tables of customs, versioned by validity: old records keep the names of their day. */
package org.suyuan.reference;
