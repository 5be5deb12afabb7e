package org.suyuan.exchange.message;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.suyuan.exchange.message.TableMapping.Cells;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A table in an .xlsx file. It is written down as a text of cells first, row by row, and then read like any other: a sheet
 * passes by, it cannot be asked for its next row.
 */
final class Workbook {

    private static final String ZIP = "504b0304";
    private static final String OLD_EXCEL = "d0cf11e0";
    private static final Pattern FROM_1904 = Pattern.compile("date1904=\"(1|true)\"");
    private static final int LAST_COLUMN = 500;
    private static final Cells CELLS = new Cells(',', '"', true);
    private static final MathContext DIGITS = new MathContext(15);

    private Workbook() {}

    static boolean isOne(Path file) throws IOException, MessageFault {
        try (var bytes = Files.newInputStream(file)) {
            var begin = HexFormat.of().formatHex(bytes.readNBytes(4));
            if (begin.equals(OLD_EXCEL)) {
                throw new MessageFault(1, "不读旧版 Excel 文件（.xls）：请另存为 .xlsx 或 CSV");
            }
            return begin.equals(ZIP);
        }
    }

    static TableRows rows(Path file, TableMapping mapping) throws IOException, MessageFault {
        var text = Files.createTempFile("suyuan-table", ".csv");
        try {
            write(file, mapping.sheet(), text);
            var rows = new CsvRows(mapping, CELLS, TableText.of(text, List.of(StandardCharsets.UTF_8)));
            return new TableRows() {
                @Override
                public TableRow next() throws MessageFault {
                    return rows.next();
                }

                @Override
                public void close() throws IOException {
                    rows.close();
                    Files.delete(text);
                }
            };
        } catch (IOException | MessageFault | RuntimeException e) {
            Files.deleteIfExists(text);
            throw e;
        }
    }

    private static void write(Path file, String sheet, Path text) throws IOException, MessageFault {
        try (var parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
                var csv = CsvWriter.builder().build(Files.newBufferedWriter(text))) {
            var book = new XSSFReader(parts);
            var strings = new ReadOnlySharedStringsTable(parts, false);
            var names = new ArrayList<String>();
            var sheets = book.getSheetIterator();
            while (sheets.hasNext()) {
                try (var content = sheets.next()) {
                    names.add(sheets.getSheetName());
                    if (sheet == null || sheet.equals(sheets.getSheetName())) {
                        var parser = XMLHelper.newXMLReader();
                        parser.setContentHandler(new XSSFSheetXMLHandler(
                                book.getStylesTable(), strings, new Rows(csv), new Plain(isFrom1904(book)), false));
                        parser.parse(new InputSource(content));
                        return;
                    }
                }
            }
            throw new MessageFault(1, "没有工作表 " + sheet + "；文件中有 " + String.join("、", names));
        } catch (OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | UncheckedIOException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new MessageFault(1, "不是可读的 .xlsx 文件");
        }
    }

    /** Days may be counted from another one than usual. */
    private static boolean isFrom1904(XSSFReader book) throws IOException, OpenXML4JException {
        try (var content = book.getWorkbookData()) {
            return FROM_1904
                    .matcher(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .find();
        }
    }

    /** Numbers as they are kept, days as messages write them, whatever the sheet shows. */
    private static final class Plain extends DataFormatter {

        private final boolean from1904;

        Plain(boolean from1904) {
            this.from1904 = from1904;
        }

        @Override
        public String formatRawCellContents(double value, int formatIndex, String formatString) {
            return DateUtil.isADateFormat(formatIndex, formatString) && DateUtil.isValidExcelDate(value)
                    ? DateUtil.getLocalDateTime(value, from1904).toLocalDate().toString()
                    : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
        }
    }

    /** Writes each row on the line of its number. */
    private static final class Rows implements SheetContentsHandler {

        private final CsvWriter csv;
        private final List<String> cells = new ArrayList<>();
        private int rows;

        Rows(CsvWriter csv) {
            this.csv = csv;
        }

        @Override
        public void startRow(int number) {
            for (; rows < number; rows++) {
                csv.writeRecord("");
            }
            cells.clear();
        }

        @Override
        public void cell(String address, String value, XSSFComment comment) {
            int column = address == null ? cells.size() : new CellReference(address).getCol();
            if (column <= LAST_COLUMN && value != null) {
                while (cells.size() < column) {
                    cells.add("");
                }
                cells.add(value.replaceAll("[\\r\\n]+", " "));
            }
        }

        @Override
        public void endRow(int number) {
            csv.writeRecord(cells);
            rows++;
        }
    }
}
