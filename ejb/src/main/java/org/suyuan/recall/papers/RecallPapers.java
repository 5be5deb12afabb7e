package org.suyuan.recall.papers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.suyuan.audit.AuditLog;
import org.suyuan.identity.Caller;
import org.suyuan.identity.EnterpriseProfiles;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.recall.RecallDetail;
import org.suyuan.recall.RecallQueries;
import org.suyuan.recall.notices.NoticeQueries;
import org.suyuan.reference.CodeTable;
import org.suyuan.reference.CodeTables;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Roles;
import org.suyuan.shared.paper.Paper;
import org.suyuan.shared.paper.PaperFormat;

/** 召回计划, 召回公告, 阶段性进展报告 and 总结报告 of the caller's recalls, made from what the portal knows of them (F8). */
@Stateless
@RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
@Within(Scope.READ)
public class RecallPapers {

    @Inject
    private RecallQueries recalls;

    @Inject
    private NoticeQueries notices;

    @Inject
    private EnterpriseProfiles profiles;

    @Inject
    private CodeTables codeTables;

    @Inject
    private BusinessTime time;

    @Inject
    private Caller caller;

    @Inject
    private AuditLog audit;

    /** Empty for an unknown recall, for somebody else's, and for a paper that it is too early for. */
    public Optional<PaperFile> make(String taskNo, PaperName name, PaperFormat format) {
        return recalls.detail(taskNo)
                .filter(recall -> PaperName.of(recall).anyMatch(name::equals))
                .map(recall -> {
                    var paper = paper(recall, name);
                    audit.record(caller.actor(), "recall.exportPaper", taskNo, name + "." + format.ending());
                    return new PaperFile(name.title() + "-" + taskNo + "." + format.ending(), written(paper, format));
                });
    }

    private Paper paper(RecallDetail recall, PaperName name) {
        var goods = recall.goods();
        var facts = new RecallFacts(
                recall,
                profiles.current(),
                notices.progress(recall.task().taskNo()).orElseThrow(),
                goods == null ? null : name(CodeTable.UNIT, goods.unit()),
                goods == null ? null : name(CodeTable.COUNTRY, goods.originCountry()),
                time.today());
        return switch (name.kind()) {
            case PLAN ->
                new PlanPaper(facts).of(recalls.affectedBuyers(recall.task().taskNo(), 0, PlanPaper.MOST_BUYERS + 1));
            case ANNOUNCEMENT -> new AnnouncementPaper(facts).made();
            case INTERIM -> new ReportPaper(facts).interim(name.roundNo());
            case FINAL -> new ReportPaper(facts).summary();
        };
    }

    private String name(CodeTable table, String code) {
        return code == null ? null : codeTables.name(table, code, time.today(), Locale.CHINESE);
    }

    private static byte[] written(Paper paper, PaperFormat format) {
        try {
            return format.written(paper);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
