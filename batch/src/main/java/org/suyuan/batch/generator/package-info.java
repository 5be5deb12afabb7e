/** Plausible data that nobody ever declared: for training, and for benchmarks ({@code --generate}). */
package org.suyuan.batch.generator;
