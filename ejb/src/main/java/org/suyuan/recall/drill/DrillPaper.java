package org.suyuan.recall.drill;

import java.util.List;
import org.suyuan.shared.paper.Field;
import org.suyuan.shared.paper.Paper;
import org.suyuan.shared.paper.Paper.Fields;
import org.suyuan.shared.paper.Paper.Grid;
import org.suyuan.shared.paper.Paper.Section;
import org.suyuan.shared.paper.Paper.Words;

/** 模拟召回演练报告: what a drill found and what came of it. Each page says that it was a drill. */
record DrillPaper(DrillWords words) {

    /** More are not listed; the workbook has all of them. */
    static final int MOST_BUYERS = 300;

    /**
     * @param buyers those who bought most, at most {@link #MOST_BUYERS}
     * @param workbook the other file of the evidence
     */
    Paper of(List<DrillBuyer> buyers, DrillFile workbook) {
        var drill = words.drill();
        return new Paper(
                "模拟召回演练报告",
                "（模拟召回，仅供演练，不得发布或上报）",
                drill.importerName(),
                List.of(
                        new Field("演练", "模拟召回，不得发布或上报"),
                        new Field("演练编号", drill.drillNo()),
                        new Field("进口商", drill.importerName())),
                List.of(
                        new Section("演练概况", new Fields(words.about()), new Fields(words.times())),
                        new Section("演练批次", new Fields(words.goods())),
                        new Section("追溯结果和数量平衡", new Fields(words.balance())),
                        new Section("联系经销商", new Fields(words.contacts()), grid(buyers)),
                        new Section("结论和改进措施", new Fields(words.end())),
                        new Section(
                                "证据文件",
                                new Words("全部经销商 " + drill.buyers() + " 家和全部销售信息 " + drill.sales()
                                        + " 条，见与本报告同时生成的 Excel 文件。两个文件生成后不再改变。"),
                                new Fields(new Field("Excel 文件的 SHA-256", workbook.sha256())))),
                List.of(Field.blank("演练负责人（签字）"), Field.blank("日期")));
    }

    private Grid grid(List<DrillBuyer> buyers) {
        var all = words.drill().buyers();
        var caption = all > buyers.size()
                ? "购买演练批次的经销商（共 " + all + " 家，以下为数量最多的 " + buyers.size() + " 家，其余见 Excel 文件）"
                : "购买演练批次的经销商（共 " + all + " 家）";
        return new Grid(
                caption,
                List.of("序号", "名称", "联系方式", "购买数量\n（" + words.unit() + "）", "联系结果", "说明"),
                List.of(2, 7, 5, 4, 5, 5),
                buyers.stream().map(DrillPaper::row).toList());
    }

    private static List<String> row(DrillBuyer buyer) {
        return List.of(
                String.valueOf(buyer.ordinal()),
                buyer.name(),
                buyer.contact(),
                DrillWords.number(buyer.soldQuantity()),
                DrillWords.words(buyer.result())
                        + (buyer.triedAt() == null ? "" : "\n" + DrillWords.time(buyer.triedAt())),
                buyer.note() == null ? "" : buyer.note());
    }
}
