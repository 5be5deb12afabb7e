package org.suyuan.recall.papers;

import static org.suyuan.shared.paper.Field.blank;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.suyuan.declaration.GoodsItem;
import org.suyuan.identity.EnterpriseProfile;
import org.suyuan.recall.RecallAction;
import org.suyuan.recall.RecallDetail;
import org.suyuan.recall.RecallRound;
import org.suyuan.recall.RecallStatus;
import org.suyuan.recall.RecallTask;
import org.suyuan.recall.clock.Deadline;
import org.suyuan.recall.figures.NoticeShares;
import org.suyuan.recall.notices.NoticeProgress;
import org.suyuan.recall.notices.TellingWay;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.paper.Field;
import org.suyuan.shared.paper.Paper;
import org.suyuan.shared.paper.Paper.Fields;
import org.suyuan.trace.TraceStatus;

/**
 * What is known of a recall, worded for papers; null where nobody knows, which becomes a blank.
 *
 * @param profile what the importer says of itself
 * @param notices how far the buyers were told
 * @param unit of the declared quantity; null while the declaration is not known
 * @param country of origin, or null
 */
record RecallFacts(
        RecallDetail recall,
        EnterpriseProfile profile,
        NoticeProgress notices,
        String unit,
        String country,
        LocalDate today) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH时mm分", Locale.CHINESE).withZone(BusinessTime.ZONE);

    RecallTask task() {
        return recall.task();
    }

    /** The frame that all papers share. */
    Paper paper(PaperName name, List<Paper.Section> sections, Field... signature) {
        return new Paper(
                name.title(),
                mark(),
                profile.name(),
                List.of(
                        new Field("召回任务编号", task().taskNo()),
                        new Field("制作日期", day(today)),
                        new Field("进口商", profile.name())),
                sections,
                List.of(signature));
    }

    private String mark() {
        var kind =
                switch (task().kind()) {
                    case ORDERED -> "责令召回";
                    case VOLUNTARY -> "主动召回";
                };
        return "（" + kind + (task().status() == RecallStatus.CANCELLED ? "；海关已撤销本召回任务" : "") + "）";
    }

    Field importerName() {
        return new Field("企业名称", profile.name());
    }

    Field socialCreditCode() {
        return new Field("统一社会信用代码", task().importer().value());
    }

    /** @param label 住所 or 地址, as the paper calls it */
    Field address(String label) {
        return new Field(label, profile.address());
    }

    Field legalRepresentative() {
        return new Field("法定代表人", profile.legalRepresentative());
    }

    Field email() {
        return new Field("电子邮箱", profile.recallEmail());
    }

    /** 具体负责人: as 企业资料 says, else who is named in the submitted rounds. */
    Field responsible() {
        return new Field("具体负责人", ofActions(profile.recallPerson(), RecallAction::responsiblePerson));
    }

    Field phone(String label) {
        return new Field(label, ofActions(profile.recallPhone(), RecallAction::phone));
    }

    private String ofActions(String said, Function<RecallAction, String> value) {
        if (said != null) {
            return said;
        }
        var values = submitted().stream()
                .flatMap(round -> round.actions().stream())
                .map(value)
                .distinct()
                .collect(Collectors.joining("、"));
        return values.isEmpty() ? null : values;
    }

    Field foodName() {
        return new Field("食品名称", task().foodName());
    }

    Field brand() {
        return ofGoods("商标", GoodsItem::brand);
    }

    Field specification() {
        return ofGoods("规格", GoodsItem::specification);
    }

    Field productionDate() {
        return ofGoods("生产日期", goods -> day(goods.productionDate()));
    }

    Field shelfLife() {
        return ofGoods("保质期", goods -> goods.shelfLifeDays() == null ? null : goods.shelfLifeDays() + " 天");
    }

    Field producer() {
        return ofGoods("境外生产企业", GoodsItem::producer);
    }

    Field origin() {
        return new Field("原产国（地区）", country);
    }

    Field lots() {
        return new Field("生产批次", lotsText());
    }

    String lotsText() {
        var goods = recall.goods();
        if (!task().lots().isEmpty()) {
            return String.join("、", task().lots());
        }
        return goods == null || goods.batchNos().isEmpty()
                ? "本商品项全部批次"
                : "本商品项全部批次：" + String.join("、", goods.batchNos());
    }

    Field declaration() {
        return new Field("报关单号及商品项号", task().declarationNo() + "，第 " + task().goodsSeqNo() + " 项");
    }

    private Field ofGoods(String label, Function<GoodsItem, String> value) {
        return new Field(label, Optional.ofNullable(recall.goods()).map(value).orElse(null));
    }

    /** 通知情况 as it stood: how many buyers were told and answered, how, and when. */
    Fields told(NoticeShares shares) {
        boolean none = shares == null || shares.told() == 0;
        return new Fields(
                new Field(
                        "通知食品经营者户数",
                        none
                                ? null
                                : shares.told() + " 户，占购买涉及批次的 " + shares.buyers() + " 户的 "
                                        + percent(shares.toldPercent())),
                new Field("已确认户数", none ? null : shares.confirmed() + " 户，占 " + percent(shares.confirmedPercent())),
                new Field("告知至确认时间的中位数", none ? null : span(shares.median())),
                blank("通知消费者人数"),
                new Field(
                        "通知方式",
                        none
                                ? null
                                : notices.ways().stream().map(TellingWay::title).collect(Collectors.joining("、"))),
                new Field("通知时间", none ? null : minute(shares.firstTold()) + " 至 " + minute(shares.lastTold())));
    }

    private static String span(Duration span) {
        return span == null ? null : span.toHours() + " 小时 " + span.toMinutesPart() + " 分";
    }

    Field imported() {
        return new Field("进口总量", quantity(recall.balance().imported()));
    }

    Field sold() {
        return new Field("已销售总量", quantity(recall.balance().sold()));
    }

    Field planned() {
        return new Field(
                "计划召回总量",
                quantity(recall.effectiveness().planned()) + (task().plannedQuantity() == null ? "（已销售部分全部召回）" : ""));
    }

    Field reason() {
        return new Field("召回原因", task().reason());
    }

    Field failedItem() {
        return new Field("不合格项目", task().failedItem());
    }

    Field level() {
        return new Field(
                "召回等级",
                switch (task().level()) {
                    case FIRST -> "一级召回（已经或者可能导致严重健康损害甚至死亡）";
                    case SECOND -> "二级召回（已经或者可能导致一般健康损害）";
                    case THIRD -> "三级召回（标签、标识存在虚假标注）";
                });
    }

    Field notified() {
        return new Field("获知时间", minute(task().notifiedAt()));
    }

    Field startDue() {
        return new Field(
                "启动时限",
                "自获知之时起 " + task().level().toStart().toHours() + " 小时内，即"
                        + minute(recall.clock().start().due()) + "前");
    }

    Field started() {
        return new Field("启动召回时间", minute(task().startedAt()));
    }

    Field announced() {
        return new Field("公告发布日期", day(task().announcedOn()));
    }

    Field finishDue() {
        return new Field(
                "完成时限",
                "自公告发布之日起 " + task().level().workingDaysToFinish() + " 个工作日内"
                        + Optional.ofNullable(lastDay())
                                .map(last -> "，即" + last + "24时前")
                                .orElse(""));
    }

    /** The day by whose end the recall must be finished; null while there is no 公告. */
    String lastDay() {
        var finish = recall.clock().finish();
        return finish == null
                ? null
                : day(LocalDate.ofInstant(finish.due().minusSeconds(1), BusinessTime.ZONE)) + doubt(finish);
    }

    private static String doubt(Deadline finish) {
        return finish.unknownYears().isEmpty()
                ? ""
                : "（"
                        + finish.unknownYears().stream()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining("、")) + " 年放假安排尚未载入，请核对）";
    }

    Field finished() {
        return new Field("召回完成时间", minute(recall.task().finishedAt()));
    }

    /** Rounds that count: those that are submitted and not refused. */
    List<RecallRound> submitted() {
        return recall.rounds().stream()
                .filter(round -> TraceStatus.LIVE.contains(round.status()))
                .toList();
    }

    /** From the first day to the last of what these rounds did; null when they did nothing. */
    static String period(List<RecallRound> rounds) {
        var actions = rounds.stream().flatMap(round -> round.actions().stream()).toList();
        var first = actions.stream()
                .map(RecallAction::startDate)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        var last = actions.stream()
                .map(RecallAction::endDate)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        return first.isEmpty() || last.isEmpty() ? null : day(first.get()) + " 至 " + day(last.get());
    }

    String quantity(BigDecimal quantity) {
        if (quantity == null) {
            return null;
        }
        return number(quantity) + (unit == null ? "（按报关单计量单位）" : " " + unit);
    }

    static String number(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    static String percent(BigDecimal percent) {
        return percent == null ? null : percent.toPlainString() + "%";
    }

    static String day(LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    static String minute(Instant moment) {
        return moment == null ? null : MINUTE.format(moment);
    }
}
