package org.suyuan.recall.drill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the trace of a drill found. Its callers were allowed to load the drill. */
@ApplicationScoped
class FrozenFinds {

    private static final int PAGE = 1_000;

    @PersistenceContext
    private EntityManager entities;

    /** One page of the sales, in the order of the reports. */
    List<DrillSale> sales(Drill drill, int first, int size) {
        return page(
                entities.createQuery(
                        "select s from DrillSale s where s.drillId = :drill and s.ordinal > :first"
                                + " and s.ordinal <= :last order by s.ordinal",
                        DrillSale.class),
                drill,
                first,
                size);
    }

    /** One page of the buyers, those who bought most first. */
    List<DrillBuyer> buyers(Drill drill, int first, int size) {
        return page(
                entities.createQuery(
                        "select b from DrillBuyer b where b.drillId = :drill and b.ordinal > :first"
                                + " and b.ordinal <= :last order by b.ordinal",
                        DrillBuyer.class),
                drill,
                first,
                size);
    }

    /** One page of those whom nobody has tried to reach yet. */
    List<DrillBuyer> untried(Drill drill, int first, int size) {
        return entities.createQuery(
                        "select b from DrillBuyer b where b.drillId = :drill and b.result is null order by b.ordinal",
                        DrillBuyer.class)
                .setParameter("drill", drill.id())
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    /** All of them, read page by page. */
    Stream<DrillSale> sales(Drill drill) {
        return pages(drill.sales()).flatMap(first -> sales(drill, first, PAGE).stream());
    }

    /** All of them, read page by page. */
    Stream<DrillBuyer> buyers(Drill drill) {
        return pages(drill.buyers()).flatMap(first -> buyers(drill, first, PAGE).stream());
    }

    private static Stream<Integer> pages(int rows) {
        return IntStream.iterate(0, first -> first < rows, first -> first + PAGE)
                .boxed();
    }

    /** Read only, so that the rows do not stay in memory. */
    private static <T> List<T> page(TypedQuery<T> query, Drill drill, int first, int size) {
        return query.setParameter("drill", drill.id())
                .setParameter("first", first)
                .setParameter("last", first + size)
                .setHint("eclipselink.read-only", true)
                .getResultList();
    }
}
