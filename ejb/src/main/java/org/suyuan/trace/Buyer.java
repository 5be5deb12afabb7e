package org.suyuan.trace;

import java.io.Serializable;

/** 经销商 that an enterprise has sold to, as it was last entered. */
public record Buyer(String name, String uscc, String address, String contact) implements Serializable {}
