package org.suyuan.recall.drill;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.suyuan.shared.paper.Field;
import org.suyuan.shared.table.Table;

/** The evidence of a drill as tables: a summary, the balance, all buyers with the attempts to reach them, and all sales. */
record DrillWorkbook(DrillWords words) {

    List<Table> of(Stream<DrillBuyer> buyers, Stream<DrillSale> sales) {
        return List.of(
                fields(
                        "演练概况",
                        Stream.of(
                                List.of(new Field("演练", "模拟召回，不得发布或上报")),
                                words.about(),
                                words.times(),
                                words.goods(),
                                words.contacts(),
                                words.end())),
                fields("数量平衡", Stream.of(words.balance())),
                new Table(
                        "经销商",
                        List.of(
                                "序号",
                                "名称",
                                "统一社会信用代码",
                                "地址",
                                "联系方式",
                                quantity(),
                                "销售笔数",
                                "最近交货日期",
                                "联系结果",
                                "联系时间",
                                "操作员",
                                "说明"),
                        rows(buyers.map(DrillWorkbook::cells))),
                new Table(
                        "销售信息",
                        List.of(
                                "序号",
                                "统一编号",
                                "填报状态",
                                "生产批号",
                                "行号",
                                "经销商名称",
                                "统一社会信用代码",
                                "地址",
                                "联系方式",
                                quantity(),
                                "交货日期"),
                        rows(sales.map(DrillWorkbook::cells))));
    }

    private static Table fields(String name, Stream<List<Field>> blocks) {
        return new Table(
                name,
                List.of("项目", "内容"),
                blocks.flatMap(List::stream)
                        .map(field -> Arrays.asList(field.label(), field.value()))
                        .toList());
    }

    private static Iterable<List<?>> rows(Stream<List<?>> rows) {
        return rows::iterator;
    }

    private String quantity() {
        return "销售数量（" + words.unit() + "）";
    }

    private static List<?> cells(DrillBuyer buyer) {
        return Arrays.asList(
                buyer.ordinal(),
                buyer.name(),
                buyer.uscc().value(),
                buyer.address(),
                buyer.contact(),
                buyer.soldQuantity(),
                (int) buyer.sales(),
                buyer.lastDelivery(),
                DrillWords.words(buyer.result()),
                DrillWords.time(buyer.triedAt()),
                buyer.triedBy(),
                buyer.note());
    }

    private static List<?> cells(DrillSale sale) {
        return Arrays.asList(
                sale.ordinal(),
                sale.unifiedNo(),
                DrillWords.words(sale.status()),
                sale.batchNo(),
                sale.rowNo(),
                sale.buyerName(),
                sale.buyerUscc().value(),
                sale.buyerAddress(),
                sale.buyerContact(),
                sale.soldQuantity(),
                sale.deliveryDate());
    }
}
