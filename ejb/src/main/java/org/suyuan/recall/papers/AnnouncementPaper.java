package org.suyuan.recall.papers;

import static org.suyuan.shared.paper.Field.roomyBlank;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.paper.Field;
import org.suyuan.shared.paper.Paper;
import org.suyuan.shared.paper.Paper.Fields;
import org.suyuan.shared.paper.Paper.Section;
import org.suyuan.shared.paper.Paper.Words;

/** 召回公告: for everyone, so nothing of buyers and quantities stands in it. */
record AnnouncementPaper(RecallFacts facts) {

    Paper made() {
        return facts.paper(
                new PaperName(PaperKind.ANNOUNCEMENT, 0),
                List.of(
                        new Section(
                                "企业信息",
                                new Fields(
                                        facts.importerName(),
                                        facts.legalRepresentative(),
                                        facts.address("地址"),
                                        facts.responsible(),
                                        facts.phone("联系电话"),
                                        facts.email())),
                        new Section(
                                "召回食品",
                                new Fields(
                                        facts.foodName(),
                                        facts.brand(),
                                        facts.specification(),
                                        facts.productionDate(),
                                        facts.shelfLife(),
                                        facts.lots(),
                                        facts.origin(),
                                        facts.producer())),
                        new Section(
                                "召回原因、等级、起止日期和区域范围",
                                new Fields(
                                        facts.reason(),
                                        facts.failedItem(),
                                        facts.level(),
                                        new Field("召回起始日期", begun()),
                                        new Field("召回截止日期", facts.lastDay()),
                                        roomyBlank("召回的区域范围"))),
                        new Section("相关食品生产经营者的义务", new Words(PlanPaper.DUTIES), new Fields(roomyBlank("其他义务"))),
                        new Section("消费者退货及赔偿的流程", new Fields(roomyBlank("退货流程"), roomyBlank("赔偿流程")))),
                new Field("企业（盖章）", null),
                facts.announced());
    }

    private String begun() {
        return Optional.ofNullable(facts.task().startedAt())
                .map(moment -> RecallFacts.day(LocalDate.ofInstant(moment, BusinessTime.ZONE)))
                .orElse(null);
    }
}
