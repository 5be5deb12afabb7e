package org.suyuan.trace.sheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Which cell styles of a workbook show a number as a date, and from which year it counts its days. */
final class ExcelFormats extends DefaultHandler {

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private boolean since1904;
    private boolean inCellStyles;

    @Override
    public void startElement(String uri, String element, String name, Attributes attributes) {
        switch (element) {
            case "workbookPr" ->
                since1904 = String.valueOf(attributes.getValue("date1904")).matches("1|true");
            case "numFmt" ->
                codes.put(Integer.valueOf(attributes.getValue("numFmtId")), attributes.getValue("formatCode"));
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> {
                if (inCellStyles) {
                    var format = attributes.getValue("numFmtId");
                    styles.add(format == null ? 0 : Integer.parseInt(format));
                }
            }
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String element, String name) {
        if (element.equals("cellXfs")) {
            inCellStyles = false;
        }
    }

    boolean isDate(String style) {
        int index = style == null ? 0 : Integer.parseInt(style);
        if (index >= styles.size()) {
            return false;
        }
        int format = styles.get(index);
        return DateUtil.isADateFormat(format, codes.get(format));
    }

    /** @return null for a number that is no day */
    LocalDate date(double days) {
        var time = DateUtil.getLocalDateTime(days, since1904);
        return time == null ? null : time.toLocalDate();
    }
}
