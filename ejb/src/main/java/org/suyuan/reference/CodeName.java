package org.suyuan.reference;

import java.io.Serializable;

/** A code and its name in the reader's language, for drop-down lists. */
public record CodeName(String code, String name) implements Serializable {}
