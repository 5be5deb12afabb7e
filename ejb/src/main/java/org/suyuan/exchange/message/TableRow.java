package org.suyuan.exchange.message;

import java.util.List;
import java.util.Map;

/**
 * One row of an authority's table.
 *
 * @param line of the file on which it begins
 * @param values by name of the column, see {@link TableText#columnName}
 * @param fault for which it cannot be taken, or null
 */
record TableRow(int line, List<String> cells, Map<String, String> values, String fault) {}
