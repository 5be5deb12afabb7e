package org.suyuan.shared.paper;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** A paper to go on writing, and one to print, sign and send. */
public enum PaperFormat {
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("pdf", "application/pdf");

    private final String ending;
    private final String contentType;

    PaperFormat(String ending, String contentType) {
        this.ending = ending;
        this.contentType = contentType;
    }

    public static Optional<PaperFormat> ofEnding(String ending) {
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

    public byte[] written(Paper paper) throws IOException {
        return this == DOCX ? DocxPaper.written(paper) : PdfPaper.written(paper);
    }
}
