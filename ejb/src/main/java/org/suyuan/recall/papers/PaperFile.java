package org.suyuan.recall.papers;

/** A paper as a file. */
public record PaperFile(String name, byte[] content) {}
