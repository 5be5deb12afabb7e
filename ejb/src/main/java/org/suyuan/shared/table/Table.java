package org.suyuan.shared.table;

import java.util.List;

/**
 * What a spreadsheet shows: a line of names and lines of values, which are texts, whole numbers, quantities, dates or
 * null.
 *
 * @param rows read once, one by one: they need not all be in memory
 */
public record Table(String name, List<String> header, Iterable<? extends List<?>> rows) {}
