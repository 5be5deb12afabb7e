package org.suyuan.batch.generator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.suyuan.declaration.DeclarationRecord;
import org.suyuan.declaration.GoodsRecord;
import org.suyuan.identity.Enterprise;

/**
 * Declarations that might be true: food in its usual packing, produced some months ago, imported within the last sixty
 * days and far from expiry. The same seed, day and importers give the same declarations.
 */
public final class SampleDeclarations {

    private static final DateTimeFormatter BATCH_DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final long SEQUENCES = 1_000_000_000L;

    private record Port(String customsDistrict, String code) {}

    private static final List<Port> PORTS = List.of(
            new Port("2248", "311002"),
            new Port("2218", "310703"),
            new Port("5301", "470201"),
            new Port("5303", "470501"));

    private final long seed;
    private final LocalDate today;
    private final List<Enterprise> importers;

    /** @param today no declaration is later than this day */
    public SampleDeclarations(long seed, LocalDate today, List<Enterprise> importers) {
        this.seed = seed;
        this.today = today;
        this.importers = List.copyOf(importers);
    }

    /** The declaration with this index, counted from 0; the importers take turns. */
    public DeclarationRecord declaration(long index) {
        var random = new SplittableRandom(seed * 1_000_003L + index);
        var importer = importers.get((int) (index % importers.size()));
        var port = PORTS.get(random.nextInt(PORTS.size()));
        var imported = today.minusDays(random.nextInt(60));
        var first = random.nextInt(SampleFood.ALL.size());
        int lines = 1 + random.nextInt(9); // five on average
        var goods = new ArrayList<GoodsRecord>(lines);
        for (int i = 0; i < lines; i++) {
            goods.add(goods(i + 1, SampleFood.ALL.get((first + i) % SampleFood.ALL.size()), imported, random));
        }
        return new DeclarationRecord(
                number(port, imported, index),
                false,
                port.customsDistrict(),
                port.code(),
                imported,
                importer.uscc().value(),
                importer.name(),
                null,
                null,
                goods.get(0).producer(),
                goods);
    }

    private String number(Port port, LocalDate imported, long index) {
        long sequence = Math.floorMod(seed * 7_000_000L + index, SEQUENCES);
        return "%s%d1%09d".formatted(port.customsDistrict(), imported.getYear(), sequence);
    }

    private static GoodsRecord goods(int number, SampleFood food, LocalDate imported, SplittableRandom random) {
        var produced = imported.minusDays(20 + random.nextInt(food.shelfLifeDays() / 4));
        var batch = "L" + BATCH_DAY.format(produced);
        return new GoodsRecord(
                number,
                food.goodsCode(),
                food.name(),
                food.specification(),
                food.brand(),
                random.nextInt(3) == 0 ? batch + "A;" + batch + "B" : batch + "A",
                produced,
                food.shelfLifeDays(),
                BigDecimal.valueOf(100L + 10L * random.nextInt(2_000)),
                food.unit(),
                food.country(),
                food.producer(),
                "C" + food.country() + food.goodsCode().substring(0, 4)
                        + "%010d".formatted(food.producer().hashCode() & 0x7fffffff));
    }

    /** The same declaration, with something appended to the name of its first item. */
    public static DeclarationRecord withSuffix(DeclarationRecord record, String suffix) {
        var goods = new ArrayList<>(record.goods());
        var first = goods.get(0);
        goods.set(
                0,
                new GoodsRecord(
                        first.seqNo(),
                        first.goodsCode(),
                        first.name() + suffix,
                        first.specification(),
                        first.brand(),
                        first.batchNos(),
                        first.productionDate(),
                        first.shelfLifeDays(),
                        first.quantity(),
                        first.unit(),
                        first.originCountry(),
                        first.producer(),
                        first.producerRegistration()));
        return new DeclarationRecord(
                record.declarationNo(),
                record.cancelled(),
                record.customsDistrict(),
                record.entryPort(),
                record.importDate(),
                record.consigneeUscc(),
                record.consigneeName(),
                record.agentUscc(),
                record.agentName(),
                record.overseasShipper(),
                goods);
    }
}
