package org.suyuan.recall;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suyuan.declaration.GoodsItem;
import org.suyuan.identity.Filer;
import org.suyuan.identity.Operator;
import org.suyuan.recall.clock.Deadline;
import org.suyuan.recall.clock.RecallClock;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.recall.figures.Disposal;
import org.suyuan.recall.figures.RecallBalance;
import org.suyuan.recall.figures.RecallEffectiveness;
import org.suyuan.recall.figures.RecallEffectiveness.RoundQuantity;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.trace.CustomsAnswer;

/** A recall of 1000 kg of which 800 were sold: two rounds brought back 300 and 420.5. */
public final class RecallExample {

    private static final Instant NOTIFIED = Instant.parse("2026-11-02T02:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-12T02:00:00Z");

    /** An operator of the importer. */
    static final Filer FILER = new Filer(
            new Operator("importer1", 1, new SocialCreditCode("91350100M000100Y43"), "进口商", "2200", null, false));

    private RecallExample() {}

    /** Ordered, started, announced, in its second and last round. */
    public static RecallDetail finished() {
        var task = open();
        task.start(NOTIFIED.plusSeconds(3600));
        task.plan(LocalDate.of(2026, 11, 3), new BigDecimal("750"));
        round(task, false, "300.00000", "张三", "13812345678", null);
        round(task, true, "420.50000", "李四", "13987654321", "上门收回\n并贴封条");
        return detail(task, goods());
    }

    /** Opened by the importer itself, nothing done yet, its declaration not known. */
    public static RecallDetail justOpened() {
        return detail(RecallTask.voluntary(order(), FILER), null);
    }

    /** Ordered, and nothing done yet. */
    public static RecallTask open() {
        return RecallTask.ordered(order(), NOTIFIED, NOTIFIED);
    }

    private static RecallOrder order() {
        return new RecallOrder(
                "RC2026000000000001",
                new SocialCreditCode("91350100M000100Y43"),
                "220220261000000001",
                1,
                "冷冻去骨牛肉",
                "LOT-1;LOT-2",
                RecallLevel.FIRST,
                "检出单核细胞增生李斯特氏菌，超出 GB 29921 的限量。\n涉及境外生产线一条。",
                null,
                null,
                NOTIFIED,
                false,
                null);
    }

    private static void round(
            RecallTask task, boolean completed, String quantity, String person, String phone, String measures) {
        var line = new ActionLine();
        line.setResponsiblePerson(person);
        line.setPhone(phone);
        line.setStartDate(LocalDate.of(2026, 11, 4 + task.rounds().size()));
        line.setEndDate(LocalDate.of(2026, 11, 6 + task.rounds().size()));
        line.setRecalledQuantity(new BigDecimal(quantity));
        line.setMeasures(measures);
        var form = new RoundForm();
        form.setActions(List.of(line));
        form.setCompleted(completed);
        form.setDestroyed(new BigDecimal(quantity));
        form.setUnrecoverable(completed ? new BigDecimal("79.5") : null);
        var round = task.roundForChange(task.rounds().size() + 1, 0, "importer1", NOW);
        round.edit(FILER, form);
        round.submitNow(NOW);
        round.take(round.version(), new CustomsAnswer("120", "入库成功", NOW));
        task.stored(round);
    }

    private static RecallDetail detail(RecallTask task, GoodsItem goods) {
        var sold = goods == null ? BigDecimal.ZERO : new BigDecimal("800.00000");
        var quantities = task.rounds().stream()
                .map(round -> new RoundQuantity(round.roundNo(), round.submittedAt(), round.recalled()))
                .toList();
        var recalled = quantities.stream().map(RoundQuantity::recalled).reduce(BigDecimal.ZERO, BigDecimal::add);
        var disposal = task.current() == null ? Disposal.NONE : task.current().disposal();
        return new RecallDetail(
                task,
                goods,
                task.rounds(),
                List.of(),
                new RecallClock(
                        RecallClock.of(task.level(), NOTIFIED, task.startedAt(), null, null, null)
                                .start(),
                        task.announcedOn() == null ? null : finish(task)),
                new RecallBalance(
                        goods == null ? null : goods.quantity(),
                        sold,
                        BigDecimal.ZERO,
                        false,
                        recalled,
                        disposal,
                        false,
                        task.finishedAt() != null),
                RecallEffectiveness.of(task.plannedQuantity(), sold, quantities),
                NOW);
    }

    private static Deadline finish(RecallTask task) {
        return new Deadline(NOTIFIED, Instant.parse("2026-11-17T16:00:00Z"), task.finishedAt(), Set.of());
    }

    private static GoodsItem goods() {
        return filled(
                GoodsItem.class,
                Map.of(
                        "name", "冷冻去骨牛肉",
                        "specification", "20 kg/箱",
                        "brand", "草原牌",
                        "batchNos", "LOT-1;LOT-2;LOT-3",
                        "productionDate", LocalDate.of(2026, 8, 1),
                        "shelfLifeDays", 730,
                        "quantity", new BigDecimal("1000.00000"),
                        "unit", "035",
                        "originCountry", "POL",
                        "producer", "Zakłady Mięsne"));
    }

    /** An entity as the database would give it. */
    private static <T> T filled(Class<T> type, Map<String, Object> values) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            var entity = constructor.newInstance();
            for (var value : values.entrySet()) {
                var field = type.getDeclaredField(value.getKey());
                field.setAccessible(true);
                field.set(entity, value.getValue());
            }
            return entity;
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
