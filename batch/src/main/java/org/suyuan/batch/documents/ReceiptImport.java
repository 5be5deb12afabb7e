package org.suyuan.batch.documents;

import jakarta.enterprise.context.ApplicationScoped;

/** The job {@code import-receipts}: reads the receipts that customs has put into the inboxes of FTR102 and FTR203. */
@ApplicationScoped
public class ReceiptImport extends DocumentDuty {

    public ReceiptImport() {
        super("import-receipts", TakeReceipts.TYPES);
    }
}
