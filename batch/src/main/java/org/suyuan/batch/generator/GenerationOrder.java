package org.suyuan.batch.generator;

import java.util.HashMap;
import java.util.List;

/**
 * What {@code --generate declarations=N,reports=N,sales=N,seed=S} asks for; what is not named is 0, the seed 1.
 *
 * @param sales rows of 销售信息, spread over the reports
 */
record GenerationOrder(long declarations, long reports, long sales, long seed) {

    private static final List<String> NAMES = List.of("declarations", "reports", "sales", "seed");

    GenerationOrder {
        if (sales > 0 && reports == 0 || sales > 0 && sales < reports) {
            throw new IllegalArgumentException("sales must be at least as many as reports: each report has a sale");
        }
        if (reports > 0 && sales == 0) {
            sales = reports;
        }
    }

    static GenerationOrder parse(String text) {
        var values = new HashMap<String, Long>();
        for (var part : text.split(",")) {
            var pair = part.strip().split("=", 2);
            if (pair.length < 2 || !NAMES.contains(pair[0]) || !pair[1].matches("\\d{1,12}")) {
                throw new IllegalArgumentException(
                        "--generate understands declarations=N,reports=N,sales=N,seed=S with whole numbers, not \""
                                + part + "\"");
            }
            if (values.put(pair[0], Long.valueOf(pair[1])) != null) {
                throw new IllegalArgumentException("--generate names " + pair[0] + " twice");
            }
        }
        return new GenerationOrder(
                values.getOrDefault("declarations", 0L),
                values.getOrDefault("reports", 0L),
                values.getOrDefault("sales", 0L),
                values.getOrDefault("seed", 1L));
    }
}
