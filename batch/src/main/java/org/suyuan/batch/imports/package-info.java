/** The jobs {@code import-declarations}, {@code import-code-tables} and {@code import-food-safety}: files from customs and other authorities, chunk by chunk, into tables. */
package org.suyuan.batch.imports;
