package org.suyuan.recall.notices;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.suyuan.identity.EnterpriseProfile;
import org.suyuan.mail.Mail;
import org.suyuan.recall.RecallTask;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.shared.BusinessTime;

/** What the portal writes to buyers and to the person responsible for a recall: in Chinese, as its papers. */
final class Letters {

    private static final int MOST_NAMES = 50;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH时mm分", Locale.CHINESE).withZone(BusinessTime.ZONE);

    private Letters() {}

    /** @param bought in the unit of the declaration */
    static Mail notice(BuyerNotice notice, BigDecimal bought, EnterpriseProfile importer, String link) {
        return new Mail(
                notice.nextMail(),
                notice.email(),
                "召回通知：" + notice.task().foodName() + "，请立即停止销售并确认",
                notice.buyerName() + "：\n\n"
                        + importer.name() + "正在召回下列食品，贵单位购买过涉及的批次，数量 "
                        + bought.stripTrailingZeros().toPlainString() + "（按报关单计量单位）。\n\n"
                        + facts(notice.task()) + "\n"
                        + "请立即停止销售，下架封存，并打开下面的链接确认停止销售、退回数量和无法召回的数量。无需登录，"
                        + MINUTE.format(notice.expiresAt()) + "前有效，请勿转发给他人：\n\n" + link + "\n\n"
                        + asked(importer));
    }

    static Mail reminder(BuyerNotice notice, Instant now, EnterpriseProfile importer, String link) {
        return new Mail(
                notice.remind(now),
                notice.email(),
                "再次提醒，召回通知：" + notice.task().foodName() + "，请确认",
                notice.buyerName() + "：\n\n"
                        + importer.name() + "的召回通知尚未得到贵单位确认。\n\n"
                        + facts(notice.task()) + "\n"
                        + "请立即停止销售，下架封存，并打开下面的链接确认。无需登录，"
                        + MINUTE.format(notice.expiresAt()) + "前有效：\n\n" + link + "\n\n"
                        + asked(importer));
    }

    /** @param silent never empty */
    static Mail escalation(RecallTask task, List<BuyerNotice> silent, String recipient, Instant now, String page) {
        var names = silent.stream()
                .limit(MOST_NAMES)
                .map(notice -> "- " + notice.buyerName() + "（" + (notice.toldAt() == null ? "未告知" : "已告知，未确认") + "，提醒 "
                        + notice.reminders() + " 次）")
                .collect(Collectors.joining("\n"));
        return new Mail(
                "silent.%s.%d.%d".formatted(task.taskNo(), silent.get(0).id(), now.getEpochSecond()),
                recipient,
                "召回任务 " + task.taskNo() + "：" + silent.size() + " 家经销商没有确认",
                "下列经销商没有确认召回通知，请直接联系：\n\n" + names
                        + (silent.size() > MOST_NAMES ? "\n- 以及其他 " + (silent.size() - MOST_NAMES) + " 家" : "")
                        + "\n\n" + facts(task) + "\n" + page + "\n");
    }

    static Mail newTask(String occasion, RecallTask task, String recipient, String page) {
        return new Mail(
                occasion,
                recipient,
                "新的召回任务 " + task.taskNo() + "：" + task.foodName(),
                "收到新的召回任务，请查看并启动召回。\n\n" + facts(task) + "启动期限："
                        + MINUTE.format(task.notifiedAt().plus(task.level().toStart())) + "\n\n" + page + "\n");
    }

    /** @param over the deadline has passed; else it is near */
    static Mail deadline(
            String occasion, RecallTask task, boolean start, boolean over, Instant due, String recipient, String page) {
        var what = start ? "启动" : "完成";
        return new Mail(
                occasion,
                recipient,
                "召回任务 " + task.taskNo() + "：" + what + "期限" + (over ? "已过" : "将到"),
                "召回任务 " + task.taskNo() + "须在" + MINUTE.format(due.minusMillis(1)) + "前" + what
                        + (over ? "，现已超期，请立即处理。" : "，请及时处理。") + "\n\n" + facts(task) + "\n" + page + "\n");
    }

    private static String facts(RecallTask task) {
        return "召回任务编号：" + task.taskNo() + "\n食品名称：" + task.foodName() + "\n生产批次："
                + (task.lots().isEmpty() ? "全部批次" : String.join("、", task.lots())) + "\n召回等级："
                + level(task.level()) + "\n召回原因：" + task.reason() + "\n";
    }

    private static String level(RecallLevel level) {
        return switch (level) {
            case FIRST -> "一级召回";
            case SECOND -> "二级召回";
            case THIRD -> "三级召回";
        };
    }

    private static String asked(EnterpriseProfile importer) {
        return "召回负责人：" + importer.recallPerson() + "\n联系电话：" + importer.recallPhone() + "\n"
                + (importer.recallEmail() == null ? "" : "电子邮箱：" + importer.recallEmail() + "\n")
                + "\n本邮件由系统发出，请勿直接回复。\n";
    }
}
