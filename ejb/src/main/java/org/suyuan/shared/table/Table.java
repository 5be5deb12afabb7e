package org.suyuan.shared.table;

import java.util.List;

/**
 * What a spreadsheet shows: a line of names and lines of values, which are texts, whole numbers, quantities, dates or
 * null.
 */
public record Table(String name, List<String> header, List<? extends List<?>> rows) {}
