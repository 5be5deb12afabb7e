package org.suyuan.trace.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.suyuan.shared.Refusal;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An .xlsx file, read as a stream: the first sheet that has the names of our columns. Files that would unpack into more
 * than any list of sales are refused.
 */
final class ExcelFile {

    private static final long LARGEST_PART = 64L * 1024 * 1024;
    private static final int LARGEST_LIST_OF_PARTS = 1024 * 1024;
    private static final int MOST_SHEETS = 20;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    }

    private final Locale language;

    ExcelFile(Locale language) {
        this.language = language;
    }

    SourceSheet read(Path file) {
        try {
            refuseLongListsOfParts(file);
            try (var parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                return sheet(new XSSFReader(parts), new ReadOnlySharedStringsTable(parts, false));
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            throw isBomb(e) ? new Refusal("sheet.bomb") : new Refusal("sheet.unreadable");
        }
    }

    private SourceSheet sheet(XSSFReader book, ReadOnlySharedStringsTable strings)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var formats = new ExcelFormats();
        parse(book.getWorkbookData(), formats);
        parse(book.getStylesData(), formats);
        var sheets = book.getSheetIterator();
        for (int i = 0; i < MOST_SHEETS && sheets.hasNext(); i++) {
            try (var content = sheets.next()) {
                var sheet = new SourceSheet(sheets.getSheetName(), language);
                parse(content, new ExcelRows(sheet, strings, formats));
                if (sheet.hasHeader()) {
                    return sheet;
                }
            }
        }
        throw new Refusal("sheet.noHeader");
    }

    private static void parse(InputStream xml, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        if (xml == null) {
            return;
        }
        var parser = XMLHelper.newXMLReader();
        parser.setContentHandler(handler);
        try (xml) {
            parser.parse(new InputSource(xml));
        } catch (ExcelRows.Enough enough) {
            // the rest of this sheet does not matter
        }
    }

    /** These the library takes into memory as trees before any sheet is opened. */
    private static void refuseLongListsOfParts(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var entries = zip.entries().asIterator(); entries.hasNext(); ) {
                var entry = entries.next();
                if (entry.getName().matches("(?i).*\\.rels|/?\\[Content_Types]\\.xml|/?docProps/.*")) {
                    try (var content = zip.getInputStream(entry)) {
                        if (content.readNBytes(LARGEST_LIST_OF_PARTS).length == LARGEST_LIST_OF_PARTS) {
                            throw new Refusal("sheet.bomb");
                        }
                    }
                }
            }
        }
    }

    private static boolean isBomb(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return true;
            }
        }
        return false;
    }
}
