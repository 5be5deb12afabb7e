package org.suyuan.batch.imports;

import jakarta.annotation.PostConstruct;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.suyuan.declaration.DeclarationRecord;
import org.suyuan.exchange.message.Checked;
import org.suyuan.exchange.message.Ftr301;
import org.suyuan.exchange.message.SourceRecord;
import org.suyuan.reference.CodeTable;
import org.suyuan.reference.CodeTables;
import org.suyuan.shared.BusinessTime;

/** Checks a declaration. A rejected one goes on to the writer too, so that it is stored in the same transaction. */
@Dependent
@Named("declarationProcessor")
public class DeclarationProcessor implements ItemProcessor {

    @Inject
    private CodeTables codeTables;

    @Inject
    private BusinessTime time;

    private UnknownCodes unknownCodes;
    private int thisYear;

    @PostConstruct
    void begin() {
        unknownCodes = new UnknownCodes(codeTables);
        thisYear = time.today().getYear();
    }

    @Override
    public Checked<DeclarationRecord> processItem(Object item) {
        var checked = Ftr301.check((SourceRecord) item, thisYear);
        if (checked.accepted() != null && checked.accepted().importDate() != null) {
            warnOfUnknownCodes(checked.accepted());
        }
        return checked;
    }

    private void warnOfUnknownCodes(DeclarationRecord record) {
        var day = record.importDate();
        unknownCodes.look(CodeTable.CUSTOMS, record.customsDistrict(), day);
        unknownCodes.look(CodeTable.PORT, record.entryPort(), day);
        for (var goods : record.goods()) {
            unknownCodes.look(CodeTable.UNIT, goods.unit(), day);
            unknownCodes.look(CodeTable.COUNTRY, goods.originCountry(), day);
        }
    }
}
