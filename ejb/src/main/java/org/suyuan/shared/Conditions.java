package org.suyuan.shared;

import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Map;

/** The where clause of a list that people query: what they left empty does not restrict, what they typed is bound. */
public final class Conditions {

    private final StringBuilder text;
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param always what holds for each hit, as JPQL; its parameters follow by {@link #with} */
    public Conditions(String always) {
        text = new StringBuilder(" where ").append(always);
    }

    /** Binds a parameter of what always holds. */
    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Restricts the hits when a value is given; blanks around it do not count. */
    public Conditions and(String condition, String parameter, Object value) {
        var given = value instanceof String string ? string.strip() : value;
        if (given != null && !"".equals(given)) {
            text.append(" and ").append(condition);
            parameters.put(parameter, given);
        }
        return this;
    }

    /** Restricts the hits to those of this 商品名称, or with it as a part of theirs (A5). */
    public Conditions andFoodName(String property, String foodName, boolean contains) {
        return and(
                contains ? "locate(:foodName, " + property + ") > 0" : property + " = :foodName", "foodName", foodName);
    }

    public <T> TypedQuery<T> bind(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    /** The clause, to be appended to a query. */
    @Override
    public String toString() {
        return text.toString();
    }
}
