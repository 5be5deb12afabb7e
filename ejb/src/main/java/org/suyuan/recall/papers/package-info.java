/** The papers of a recall that 《食品召回管理办法》 asks for. */
package org.suyuan.recall.papers;
