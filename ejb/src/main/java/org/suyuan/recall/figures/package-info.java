/** What a recall adds up to, as plain arithmetic. */
package org.suyuan.recall.figures;
