package org.suyuan.recall.papers;

import static org.suyuan.shared.paper.Field.blank;
import static org.suyuan.shared.paper.Field.roomyBlank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suyuan.recall.RecallAction;
import org.suyuan.recall.RecallRound;
import org.suyuan.recall.figures.Disposal;
import org.suyuan.recall.figures.NoticeShares;
import org.suyuan.recall.figures.RecallEffectiveness;
import org.suyuan.shared.paper.Field;
import org.suyuan.shared.paper.Paper;
import org.suyuan.shared.paper.Paper.Fields;
import org.suyuan.shared.paper.Paper.Grid;
import org.suyuan.shared.paper.Paper.Part;
import org.suyuan.shared.paper.Paper.Section;

/** 阶段性进展报告 of a round, and 总结报告 of all of them. */
record ReportPaper(RecallFacts facts) {

    Paper interim(int roundNo) {
        var rounds = facts.submitted().stream()
                .filter(round -> round.roundNo() <= roundNo)
                .toList();
        var round = rounds.get(rounds.size() - 1);
        return report(
                new PaperName(PaperKind.INTERIM, roundNo),
                rounds,
                facts.notices().byRound().get(roundNo),
                new Section(
                        "本阶段召回情况",
                        new Fields(
                                new Field("本阶段", "第 " + roundNo + " 次"),
                                new Field("起止日期", RecallFacts.period(List.of(round))),
                                new Field("提交时间", RecallFacts.minute(round.submittedAt())),
                                new Field("本阶段召回数量", facts.quantity(round.recalled())),
                                new Field("本阶段召回批次", facts.lotsText()),
                                blank("其中：经营者召回数量"),
                                blank("其中：消费者召回数量")),
                        actions(List.of(round))),
                roomyBlank("下一步措施"));
    }

    Paper summary() {
        var rounds = facts.submitted();
        return report(
                new PaperName(PaperKind.FINAL, 0),
                rounds,
                facts.notices().now(),
                new Section(
                        "召回情况",
                        new Fields(
                                new Field("召回次数", rounds.size() + " 次"),
                                new Field("起止日期", RecallFacts.period(rounds)),
                                facts.finished(),
                                new Field("召回总量", facts.quantity(total(rounds))),
                                new Field(
                                        "尚未召回数量",
                                        facts.quantity(
                                                facts.recall().balance().open().max(BigDecimal.ZERO))),
                                new Field("召回批次", facts.lotsText()),
                                blank("其中：经营者召回数量"),
                                blank("其中：消费者召回数量")),
                        actions(rounds)),
                roomyBlank("后续改进措施"));
    }

    private Paper report(
            PaperName name, List<RecallRound> rounds, NoticeShares told, Section recalled, Field measures) {
        return facts.paper(
                name,
                List.of(
                        new Section(
                                "企业和召回食品",
                                new Fields(
                                        facts.importerName(),
                                        facts.socialCreditCode(),
                                        facts.responsible(),
                                        facts.phone("联系方式"),
                                        facts.foodName(),
                                        facts.brand(),
                                        facts.specification(),
                                        facts.productionDate(),
                                        facts.lots(),
                                        facts.declaration(),
                                        facts.reason(),
                                        facts.level(),
                                        facts.started(),
                                        facts.announced(),
                                        facts.finishDue())),
                        new Section("通知情况", facts.told(told)),
                        recalled,
                        effect(rounds),
                        disposal(rounds.get(rounds.size() - 1)),
                        new Section("召回计划的实施情况", new Fields(roomyBlank("实施情况"), roomyBlank("与原召回计划不同之处"), measures))),
                blank("企业（盖章）"),
                blank("报告人（签字）"),
                blank("日期"));
    }

    private Grid actions(List<RecallRound> rounds) {
        var rows = rounds.stream()
                .flatMap(round -> round.actions().stream().map(action -> row(round, action)))
                .toList();
        return new Grid(
                "召回处理情况",
                List.of("第几次", "召回负责人", "联系电话", "开始日期", "完成日期", counted("已召回数量"), "召回措施"),
                List.of(3, 4, 6, 5, 5, 5, 6),
                rows);
    }

    private static List<String> row(RecallRound round, RecallAction action) {
        return List.of(
                String.valueOf(round.roundNo()),
                action.responsiblePerson(),
                action.phone(),
                action.startDate().toString(),
                action.endDate().toString(),
                RecallFacts.number(action.recalledQuantity()),
                shown(action.measures()));
    }

    private Section effect(List<RecallRound> rounds) {
        var last = rounds.get(rounds.size() - 1).roundNo();
        var effects = facts.recall().effectiveness().rounds().stream()
                .filter(round -> round.roundNo() <= last)
                .toList();
        var latest = effects.get(effects.size() - 1);
        var rows = effects.stream().map(ReportPaper::row).toList();
        return new Section(
                "召回效果",
                new Fields(
                        facts.imported(),
                        facts.sold(),
                        facts.planned(),
                        new Field("累计召回数量", facts.quantity(latest.total())),
                        new Field("累计召回数量占计划召回总量", RecallFacts.percent(latest.ofPlan())),
                        new Field("累计召回数量占已销售总量", RecallFacts.percent(latest.ofSold()))),
                new Grid(
                        "历次召回",
                        List.of("第几次", "提交时间", counted("本次召回"), counted("累计召回"), "占计划召回", "占已销售"),
                        List.of(3, 10, 5, 5, 5, 5),
                        rows));
    }

    private static List<String> row(RecallEffectiveness.Round round) {
        return List.of(
                String.valueOf(round.roundNo()),
                shown(RecallFacts.minute(round.submittedAt())),
                RecallFacts.number(round.recalled()),
                RecallFacts.number(round.total()),
                shown(RecallFacts.percent(round.ofPlan())),
                shown(RecallFacts.percent(round.ofSold())));
    }

    private Section disposal(RecallRound round) {
        Disposal disposal = round.disposal();
        var parts = new ArrayList<Part>();
        parts.add(new Grid(
                "处置（截至第 " + round.roundNo() + " 次）",
                List.of(counted("无害化处理、销毁"), counted("补救"), counted("库存待处置"), counted("无法召回")),
                List.of(1, 1, 1, 1),
                List.of(Arrays.asList(
                        RecallFacts.number(disposal.destroyed()),
                        RecallFacts.number(disposal.remedied()),
                        RecallFacts.number(disposal.inStock()),
                        RecallFacts.number(disposal.unrecoverable())))));
        parts.add(new Fields(new Field("数量差异说明", round.explanation())));
        return new Section("召回食品的处置情况", parts);
    }

    private static BigDecimal total(List<RecallRound> rounds) {
        return rounds.stream().map(RecallRound::recalled).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String counted(String name) {
        return facts.unit() == null ? name : name + "\n（" + facts.unit() + "）";
    }

    private static String shown(String value) {
        return new Field("", value).shown();
    }
}
