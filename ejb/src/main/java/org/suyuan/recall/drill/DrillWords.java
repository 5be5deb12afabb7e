package org.suyuan.recall.drill;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.suyuan.recall.figures.DrillFigures;
import org.suyuan.recall.figures.Gap;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.paper.Field;
import org.suyuan.trace.TraceStatus;

/**
 * A finished drill in the words of its evidence, which is Chinese whatever the language of the pages.
 *
 * @param unit name of the unit of all quantities
 */
record DrillWords(Drill drill, DrillFigures figures, String unit) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);

    List<Field> about() {
        return List.of(
                new Field("演练编号", drill.drillNo()),
                new Field("企业名称", drill.importerName()),
                new Field("统一社会信用代码", drill.importer().value()),
                new Field("演练情景", drill.scenario()),
                new Field("假定的召回原因", drill.reason()));
    }

    List<Field> goods() {
        return List.of(
                new Field("食品名称", drill.foodName()),
                new Field("规格", drill.specification()),
                new Field("生产批次", drill.lots().isEmpty() ? "本商品项全部批次" : String.join("、", drill.lots())),
                new Field("报关单号及商品项号", drill.declarationNo() + "，第 " + drill.goodsSeqNo() + " 项"),
                new Field("进口日期", drill.importDate().toString()),
                new Field("境外发货人", drill.exporter()));
    }

    List<Field> times() {
        return List.of(
                new Field("开始时间", time(drill.startedAt()) + "（操作员 " + drill.startedBy() + "）"),
                new Field("追溯用时", drill.traceMillis() + " 毫秒"),
                new Field("结束时间", time(drill.finishedAt()) + "（操作员 " + drill.finishedBy() + "）"),
                new Field("演练用时", span(drill.duration(drill.finishedAt()))));
    }

    List<Field> balance() {
        return List.of(
                new Field("进口数量", quantity(figures.imported())),
                new Field("已售数量", quantity(figures.sold())),
                new Field("账面未售数量", quantity(figures.unsold())),
                new Field("盘点库存数量", figures.countedStock() == null ? "未盘点" : quantity(figures.countedStock())),
                new Field("可说明去向的数量", quantity(figures.accounted())),
                new Field("可说明去向的比例", percent(figures.accountedPercent())),
                new Field("不平衡之处", gaps()));
    }

    List<Field> contacts() {
        return List.of(
                new Field("经销商家数", String.valueOf(figures.buyers())),
                new Field("已联系", String.valueOf(figures.reached())),
                new Field("未能联系", String.valueOf(figures.unreached())),
                new Field("尚未联系", String.valueOf(figures.untried())),
                new Field("已联系的比例", percent(figures.reachedPercent())));
    }

    List<Field> end() {
        return List.of(new Field("结论", drill.conclusion()), new Field("改进措施", drill.improvements()));
    }

    private String gaps() {
        return figures.gaps().isEmpty()
                ? "无"
                : figures.gaps().stream()
                        .map(gap -> words(gap.kind()) + (gap.quantity() == null ? "" : " " + quantity(gap.quantity())))
                        .collect(Collectors.joining("\n"));
    }

    private static String words(Gap.Kind kind) {
        return switch (kind) {
            case LOTS_NOT_SEPARATED -> "几个批号一并申报或填报，不能分清这些批号的数量";
            case SOLD_OVER_IMPORTED -> "已售超过进口";
            case NOT_FILED -> "未提交或海关未接受的销售数量";
            case STOCK_NOT_COUNTED -> "账面未售，但没有盘点";
            case STOCK_SHORT -> "盘点少于账面未售";
            case STOCK_OVER -> "盘点多于账面未售";
            case IMPORT_UNKNOWN, RECALLED_OVER_SOLD, DISPOSED_OVER_RECALLED, DISPOSAL_OPEN, OPEN_AT_COMPLETION ->
                throw new IllegalArgumentException(kind + " belongs to recalls");
        };
    }

    static String words(ContactResult result) {
        return result == null
                ? "尚未联系"
                : switch (result) {
                    case REACHED -> "已联系";
                    case UNREACHED -> "未能联系";
                };
    }

    static String words(TraceStatus status) {
        return switch (status) {
            case DRAFT -> "暂存";
            case SUBMITTED -> "已提交(申报中)";
            case SENT -> "发送海关成功";
            case SEND_FAILED -> "发送海关失败";
            case CUSTOMS_STORED -> "海关入库成功";
            case CUSTOMS_FAILED -> "海关入库失败";
            case RETURNED -> "退回(退单)";
            case DELETED -> "已删除";
        };
    }

    String quantity(BigDecimal quantity) {
        return number(quantity) + " " + unit;
    }

    static String number(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    private static String percent(BigDecimal percent) {
        return percent == null ? "无" : percent.toPlainString() + "%";
    }

    static String time(Instant moment) {
        return moment == null ? null : TIME.format(moment);
    }

    private static String span(Duration span) {
        return "%d 小时 %d 分 %d 秒".formatted(span.toHours(), span.toMinutesPart(), span.toSecondsPart());
    }
}
