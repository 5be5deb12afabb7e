package org.suyuan.recall.papers;

import static org.suyuan.shared.paper.Field.blank;
import static org.suyuan.shared.paper.Field.roomyBlank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.suyuan.recall.AffectedBuyer;
import org.suyuan.shared.paper.Field;
import org.suyuan.shared.paper.Paper;
import org.suyuan.shared.paper.Paper.Fields;
import org.suyuan.shared.paper.Paper.Grid;
import org.suyuan.shared.paper.Paper.Section;
import org.suyuan.shared.paper.Paper.Words;

/** 召回计划 with its eight items, and who bought what is recalled. */
record PlanPaper(RecallFacts facts) {

    /** More are not listed; the list of contacts has all of them. */
    static final int MOST_BUYERS = 300;

    /** 食品安全法 art. 63 */
    static final String DUTIES = "食品经营者应当立即停止经营被召回的食品，通知相关生产经营者和消费者，并记录停止经营和通知情况" + "（《中华人民共和国食品安全法》第六十三条）。";

    /** @param buyers those who bought most first, one more than {@link #MOST_BUYERS} when there are more */
    Paper of(List<AffectedBuyer> buyers) {
        return facts.paper(
                new PaperName(PaperKind.PLAN, 0),
                List.of(
                        new Section(
                                "企业基本情况",
                                new Fields(
                                        facts.importerName(),
                                        facts.socialCreditCode(),
                                        facts.address("住所"),
                                        facts.legalRepresentative(),
                                        facts.responsible(),
                                        facts.phone("联系方式"))),
                        new Section(
                                "召回食品基本情况",
                                new Fields(
                                        facts.foodName(),
                                        facts.brand(),
                                        facts.specification(),
                                        facts.productionDate(),
                                        facts.shelfLife(),
                                        facts.lots(),
                                        facts.origin(),
                                        facts.producer(),
                                        facts.declaration(),
                                        facts.imported(),
                                        facts.sold(),
                                        facts.planned(),
                                        roomyBlank("召回的区域范围"))),
                        new Section("召回原因及危害后果", new Fields(facts.reason(), facts.failedItem(), roomyBlank("危害后果"))),
                        new Section(
                                "召回等级、流程及时限",
                                new Fields(
                                        facts.level(),
                                        facts.notified(),
                                        facts.startDue(),
                                        facts.started(),
                                        facts.announced(),
                                        facts.finishDue(),
                                        roomyBlank("召回流程"))),
                        new Section(
                                "召回通知或者公告的内容及发布方式",
                                new Fields(
                                        new Field("公告内容", "见本召回任务的《食品召回公告》"), roomyBlank("通知内容"), roomyBlank("发布方式"))),
                        duties(buyers),
                        new Section("召回食品的处置措施、费用承担情况", new Fields(roomyBlank("处置措施"), roomyBlank("费用承担情况"))),
                        new Section(
                                "召回的预期效果",
                                new Fields(
                                        new Field("计划召回量占已销售总量", plannedOfSold()),
                                        new Field("预期完成日期", facts.lastDay()),
                                        roomyBlank("预期效果")))),
                blank("企业（盖章）"),
                blank("法定代表人（签字）"),
                blank("日期"));
    }

    private Section duties(List<AffectedBuyer> buyers) {
        var words = new Words(DUTIES);
        var others = new Fields(roomyBlank("其他义务和责任"));
        if (buyers.isEmpty()) {
            return new Section("相关食品生产经营者的义务和责任", words, others);
        }
        boolean more = buyers.size() > MOST_BUYERS;
        var listed = more ? buyers.subList(0, MOST_BUYERS) : buyers;
        var caption = more ? "购买涉及批次的经营者（数量最多的 " + MOST_BUYERS + " 户）" : "购买涉及批次的经营者（共 " + listed.size() + " 户）";
        var rows = IntStream.range(0, listed.size())
                .mapToObj(i -> row(i + 1, listed.get(i)))
                .toList();
        var quantity = facts.unit() == null ? "购买数量" : "购买数量\n（" + facts.unit() + "）";
        return new Section(
                "相关食品生产经营者的义务和责任",
                words,
                others,
                new Grid(caption, List.of("序号", "名称", "地址", "联系方式", quantity), List.of(2, 7, 8, 5, 5), rows));
    }

    private static List<String> row(int number, AffectedBuyer buyer) {
        var row = new ArrayList<String>();
        row.add(String.valueOf(number));
        row.add(buyer.name());
        row.add(buyer.address());
        row.add(buyer.contact());
        row.add(RecallFacts.number(buyer.soldQuantity()));
        return row;
    }

    private String plannedOfSold() {
        var sold = facts.recall().effectiveness().sold();
        var planned = facts.recall().effectiveness().planned();
        return sold.signum() == 0
                ? null
                : RecallFacts.percent(planned.multiply(BigDecimal.valueOf(100)).divide(sold, 2, RoundingMode.HALF_UP));
    }
}
