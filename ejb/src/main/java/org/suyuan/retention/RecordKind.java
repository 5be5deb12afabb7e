package org.suyuan.retention;

import java.util.List;
import java.util.stream.Stream;

/**
 * Kinds of records that go when their retention has ended, in the order of their removal: who refers to others goes before
 * them, so nothing of a recall goes before the recall, no declaration before the reports on it, no message before what it
 * was about. Never goes what customs has not answered yet or what a recall that is not over needs.
 */
public enum RecordKind {
    RECALL(
            "recall_task",
            """
            (t.status <> 'OPEN' or t.cancelled) and t.received_at < {instant} and t.message_time < {instant}
            and (t.started_at is null or t.started_at < {instant}) and (t.finished_at is null or t.finished_at < {instant})
            and not exists (select 1 from recall_round r where r.task_id = t.id and (r.created_at >= {instant}
                or r.status in ('SUBMITTED', 'SENT', 'SEND_FAILED')))
            and not exists (select 1 from recall_round r join recall_event e on e.round_id = r.id
                where r.task_id = t.id and e.happened_at >= {instant})
            and not exists (select 1 from buyer_notice n where n.task_id = t.id
                and (n.issued_at >= {instant} or n.confirmed_at >= {instant}))
            and not exists (select 1 from lot_hold h where h.task_no = t.task_no
                and (h.lifted_at is null or h.lifted_at >= {instant}))
            and not exists (select 1 from outbox_message m where m.state <> 'SENT' and m.message_type <> 'FTR101'
                and substring(m.business_key from 1 for 18) = t.task_no)""",
            "delete from recall_action where round_id in (select id from recall_round where task_id = any(?))",
            "delete from recall_event where round_id in (select id from recall_round where task_id = any(?))",
            "delete from recall_round_version where round_id in (select id from recall_round where task_id = any(?))",
            "delete from recall_round where task_id = any(?)",
            "delete from buyer_notice where task_id = any(?)",
            "delete from lot_hold where task_no in (select task_no from recall_task where id = any(?))"),
    DRILL(
            "drill",
            "t.finished_at < {instant}",
            "delete from drill_sale where drill_id = any(?)",
            "delete from drill_buyer where drill_id = any(?)",
            "delete from drill_file where drill_id = any(?)"),
    REPORT(
            "trace_report",
            """
            t.status not in ('SUBMITTED', 'SENT', 'SEND_FAILED') and t.created_at < {instant}
            and (t.import_date is null or t.import_date < {day} and coalesce(t.production_date, t.import_date)
                + coalesce(t.shelf_life_days, 0) < {shelf life})
            and not exists (select 1 from trace_event e where e.report_id = t.id and e.happened_at >= {instant})
            and not exists (select 1 from sales_record s where s.report_id = t.id and s.delivery_date >= {day})
            and not exists (select 1 from recall_task r where r.declaration_no = t.declaration_no
                and r.goods_seq_no = t.goods_seq_no)
            and not exists (select 1 from lot_hold h where h.declaration_no = t.declaration_no
                and h.goods_seq_no = t.goods_seq_no)
            and not exists (select 1 from outbox_message m where m.state <> 'SENT' and m.message_type = 'FTR101'
                and m.business_key = t.unified_no)""",
            "delete from sales_record where report_id = any(?)",
            "delete from trace_event where report_id = any(?)",
            "delete from trace_report_version where report_id = any(?)",
            "delete from qr_due where report_id = any(?)",
            "delete from qr_code where report_id = any(?)"),
    DECLARATION(
            "declaration",
            """
            (t.import_date is null or t.import_date < {day})
            and t.message_time < {instant} and t.received_at < {instant}
            and not exists (select 1 from goods_item g where g.declaration_id = t.id
                and coalesce(g.production_date, t.import_date) + coalesce(g.shelf_life_days, 0) >= {shelf life})
            and not exists (select 1 from goods_item g join trace_report r on r.goods_item_id = g.id
                where g.declaration_id = t.id)
            and not exists (select 1 from recall_task r where r.declaration_no = t.declaration_no)
            and not exists (select 1 from lot_hold h where h.declaration_no = t.declaration_no)
            and not exists (select 1 from declaration_to_match m where m.declaration_id = t.id)""",
            "delete from imported_lot where goods_item_id in (select id from goods_item where declaration_id = any(?))",
            "delete from imported_line where goods_item_id in (select id from goods_item where declaration_id = any(?))",
            "delete from goods_item where declaration_id = any(?)"),
    OUTGOING_MESSAGE("outbox_message", "t.state = 'SENT' and t.sent_at < {instant}" + RecordKind.WITHOUT_SUBJECT),
    RECEIPT("receipt", "t.received_at < {instant}" + RecordKind.WITHOUT_SUBJECT),
    INCOMING_FILE(
            "inbound_file",
            "t.state in ('DONE', 'DUPLICATE', 'QUARANTINED') and t.finished_at < {instant}",
            "delete from rejected_record where file_id = any(?)"),
    MAIL(
            "mail_message",
            "t.state <> 'WAITING' and t.created_at < {instant} and (t.sent_at is null or t.sent_at < {instant})"),
    AUDIT_EVENT("audit_event", "t.seal_no <= (select anchor_no from audit_head)"),

    /** A job with all of its executions, in the tables of the batch runtime, which removes none itself. */
    JOB(
            "jbatchjobinstancedata",
            """
            exists (select 1 from jbatchexecutioninstancedata e where e.jobinstanceid = t.jobinstanceid)
            and not exists (select 1 from jbatchexecutioninstancedata e where e.jobinstanceid = t.jobinstanceid
                and coalesce(e.endtime, e.updatetime, e.createtime) >= {jobs})""",
            """
            delete from jbatchstepstatus where id in (select s.stepexecid from jbatchstepexecutioninstancedata s
            join jbatchexecutioninstancedata e on e.jobexecid = s.jobexecid where e.jobinstanceid = any(?))""",
            """
            delete from jbatchstepexecutioninstancedata where jobexecid in
            (select jobexecid from jbatchexecutioninstancedata where jobinstanceid = any(?))""",
            "delete from jbatchexecutioninstancedata where jobinstanceid = any(?)",
            "delete from jbatchjobstatus where id = any(?)",
            """
            delete from jbatchcheckpointdata where substring(id from 1 for position(',' in id) - 1) in
            (select cast(jobinstanceid as varchar(20)) from jbatchjobinstancedata where jobinstanceid = any(?))""") {
        @Override
        String id() {
            return "jobinstanceid";
        }
    };

    /** The report, or the recall with its rounds, that a message is about is gone. */
    private static final String WITHOUT_SUBJECT = """
             and not exists (select 1 from trace_report r where r.unified_no = t.business_key)
            and not exists (select 1 from recall_task r where r.task_no = substring(t.business_key from 1 for 18))""";

    private final String table;
    private final String condition;
    private final List<String> partsRemoved;

    RecordKind(String table, String condition, String... partsRemoved) {
        this.table = table;
        this.condition = condition;
        this.partsRemoved = List.of(partsRemoved);
    }

    /** The column that tells its records apart. */
    String id() {
        return "id";
    }

    String count(Cutoff cutoff) {
        return "select count(*)" + due(cutoff);
    }

    /** Records after an id, to be given as the parameter, in the order of their ids. */
    String next(Cutoff cutoff, int most) {
        return selected(cutoff, " > ?") + " fetch first " + most + " rows only";
    }

    /** Those of some records, to be given as the parameter, that are still due: something may have come up meanwhile. */
    String lock(Cutoff cutoff) {
        return selected(cutoff, " = any(?)") + " for update";
    }

    private String selected(Cutoff cutoff, String ids) {
        return "select t." + id() + due(cutoff) + " and t." + id() + ids + " order by t." + id();
    }

    private String due(Cutoff cutoff) {
        return " from " + table + " t where " + cutoff.in(condition);
    }

    /** What removes some records with all that belongs to them; each takes their ids as its parameter. */
    List<String> removal() {
        return Stream.concat(partsRemoved.stream(), Stream.of("delete from " + table + " where " + id() + " = any(?)"))
                .toList();
    }
}
