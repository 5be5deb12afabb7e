package org.suyuan.matching;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.suyuan.mail.Mail;
import org.suyuan.mail.MailOutbox;
import org.suyuan.mail.MailSettings;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Settings;

/**
 * Tells importers that wish it by mail of matches that they have not seen yet: one mail on all that came together, never two
 * on the same. Called by the duty {@code match-risks} only.
 */
@Stateless
@PermitAll
public class MatchMails {

    private static final int MOST_NAMED = 50;

    private static final String DUE = """
        select m.id, m.importer_uscc, e.recall_email, n.title from enterprise e
        join risk_match m on m.importer_uscc = e.uscc join food_safety_notice n on n.id = m.notice_id
        where e.risk_mails and e.recall_email is not null
        and m.mailed_at is null and m.read_at is null and m.standing and m.state = 'NEW'
        order by m.importer_uscc, m.id fetch first 1000 rows only
        """;

    private record Due(long id, String importer, String email, String title) {}

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private MailOutbox mails;

    @Inject
    private MailSettings mailSettings;

    @Inject
    private Settings settings;

    @Inject
    private BusinessTime time;

    public void write() {
        if (!mailSettings.on()) {
            return;
        }
        try (var connection = database.getConnection()) {
            var due = due(connection);
            due.stream()
                    .collect(Collectors.groupingBy(Due::importer, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(matches -> mails.post(mail(matches)));
            mark(connection, due);
        } catch (SQLException e) {
            throw new IllegalStateException("Mails about matches cannot be written", e);
        }
    }

    private static List<Due> due(Connection connection) throws SQLException {
        var due = new ArrayList<Due>();
        try (var query = connection.prepareStatement(DUE);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                due.add(new Due(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return due;
    }

    private void mark(Connection connection, List<Due> due) throws SQLException {
        try (var update = connection.prepareStatement("update risk_match set mailed_at = ? where id = any(?)")) {
            update.setObject(1, time.now().atOffset(ZoneOffset.UTC));
            update.setArray(
                    2,
                    connection.createArrayOf("bigint", due.stream().map(Due::id).toArray()));
            update.executeUpdate();
        }
    }

    /** The occasion is the last match that it tells of: no later mail tells of that one. */
    private Mail mail(List<Due> matches) {
        var last = matches.get(matches.size() - 1);
        var listed = matches.stream()
                .limit(MOST_NAMED)
                .map(match -> "- " + match.title() + "\n  " + settings.baseUrl() + "/match/" + match.id())
                .collect(Collectors.joining("\n"));
        return new Mail(
                "match." + last.importer() + "." + last.id(),
                last.email(),
                "风险匹配：" + matches.size() + " 条食品安全信息可能涉及贵单位的进口食品",
                "下列食品安全信息与贵单位申报的进口食品相符，请查看并确认或排除：\n\n" + listed
                        + (matches.size() > MOST_NAMED ? "\n- 以及其他 " + (matches.size() - MOST_NAMED) + " 条" : "")
                        + "\n\n全部风险匹配：" + settings.baseUrl() + "/match/list\n\n本邮件由系统发出，请勿直接回复。"
                        + "不再接收此类邮件，请在“企业资料”中取消。\n");
    }
}
