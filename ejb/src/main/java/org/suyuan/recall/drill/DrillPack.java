package org.suyuan.recall.drill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.suyuan.recall.figures.DrillFigures;
import org.suyuan.reference.CodeTable;
import org.suyuan.reference.CodeTables;
import org.suyuan.shared.paper.PaperFormat;
import org.suyuan.shared.table.ExcelTable;
import org.suyuan.shared.table.TableFormat;

/** Makes the evidence of a drill: a workbook with everything, and a report that names the workbook's checksum. */
@ApplicationScoped
class DrillPack {

    @Inject
    private FrozenFinds finds;

    @Inject
    private CodeTables codeTables;

    List<DrillFile> of(Drill drill, DrillFigures figures) {
        var words = new DrillWords(
                drill, figures, codeTables.name(CodeTable.UNIT, drill.unit(), drill.importDate(), Locale.CHINESE));
        try {
            var workbook = new DrillFile(
                    drill,
                    TableFormat.XLSX.ending(),
                    ExcelTable.written(new DrillWorkbook(words).of(finds.buyers(drill), finds.sales(drill))));
            var paper = new DrillPaper(words).of(finds.buyers(drill, 0, DrillPaper.MOST_BUYERS), workbook);
            return List.of(workbook, new DrillFile(drill, PaperFormat.PDF.ending(), PaperFormat.PDF.written(paper)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
