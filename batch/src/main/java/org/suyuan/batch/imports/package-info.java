/** The jobs {@code import-declarations} and {@code import-code-tables}: files from customs, chunk by chunk, into tables. */
package org.suyuan.batch.imports;
