package org.suyuan.shared.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The two kinds of files that every spreadsheet program opens. No cell of them is ever taken for a formula. */
public enum TableFormat {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("csv", "text/csv;charset=UTF-8");

    private final String ending;
    private final String contentType;

    TableFormat(String ending, String contentType) {
        this.ending = ending;
        this.contentType = contentType;
    }

    public static Optional<TableFormat> ofEnding(String ending) {
        return Stream.of(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst();
    }

    public String ending() {
        return ending;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] written(Table table) throws IOException {
        return this == XLSX ? ExcelTable.written(List.of(table)) : CsvText.written(table);
    }
}
