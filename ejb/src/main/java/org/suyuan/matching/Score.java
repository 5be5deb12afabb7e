package org.suyuan.matching;

import jakarta.json.Json;
import java.io.Serializable;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.Map;

/**
 * How well a product fits a notice, and why.
 *
 * @param points {@link #ENOUGH} to 100
 * @param reasons what both have in common, in words of the product
 */
public record Score(int points, Map<Evidence, String> reasons) implements Serializable {

    /** From here on it is a match. */
    public static final int ENOUGH = 60;

    String json() {
        var json = Json.createObjectBuilder();
        reasons.forEach((evidence, words) -> json.add(evidence.name(), words));
        return json.build().toString();
    }

    static Score of(int points, String json) {
        var reasons = new EnumMap<Evidence, String>(Evidence.class);
        try (var reader = Json.createReader(new StringReader(json == null ? "{}" : json))) {
            var object = reader.readObject();
            object.keySet().forEach(name -> reasons.put(Evidence.valueOf(name), object.getString(name)));
        }
        return new Score(points, reasons);
    }
}
