/** 模拟召回演练: exercises by which an importer proves how fast and how completely it can trace its lots. */
package org.suyuan.recall.drill;
