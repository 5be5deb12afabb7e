package org.suyuan.batch.documents;

import jakarta.enterprise.context.ApplicationScoped;

/** The job {@code import-recall-tasks}: reads the recalls that customs has put into the inbox of FTR201. */
@ApplicationScoped
public class RecallTaskImport extends DocumentDuty {

    public RecallTaskImport() {
        super("import-recall-tasks", TakeRecallTasks.TYPES);
    }
}
