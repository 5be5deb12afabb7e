/** Matched to my goods (F17): new risks and refused entries find the importers whose declared goods they concern. */
package org.suyuan.matching;
