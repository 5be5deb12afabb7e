package org.suyuan.bench;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Scanner;

/** Nothing but ZXing's search for the QR code of each line of a file; no image, no row. */
final class QrEncoding {

    private QrEncoding() {}

    /** @param arguments none: the names of files come from standard input */
    public static void main(String... arguments) throws IOException, WriterException {
        var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
        try (var files = new Scanner(System.in, StandardCharsets.UTF_8)) {
            while (files.hasNextLine()) {
                int width = 0;
                for (var text : Files.readAllLines(Path.of(files.nextLine()))) {
                    width += Encoder.encode(text, ErrorCorrectionLevel.M, hints)
                            .getMatrix()
                            .getWidth();
                }
                System.out.println(width);
                System.out.println(Program.DONE);
            }
        }
    }
}
