package org.suyuan.trace;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A text as a QR code of level M with the quiet zone of four modules that the standard asks for. */
final class QrImage {

    private static final int QUIET_ZONE = 4;

    private final ByteMatrix modules;

    private QrImage(ByteMatrix modules) {
        this.modules = modules;
    }

    static QrImage of(String text) {
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
            return new QrImage(
                    Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + text, e);
        }
    }

    /** Width and height in modules, with the quiet zone. */
    private int size() {
        return modules.getWidth() + 2 * QUIET_ZONE;
    }

    /** The smallest PNG: one pixel a module; pages enlarge it. */
    byte[] pixelPerModule() {
        return png(1);
    }

    /** A PNG for printing. */
    byte[] atLeast(int pixels) {
        return png((pixels + size() - 1) / size());
    }

    private byte[] png(int pixelsPerModule) {
        var picture = new BilevelPng(size() * pixelsPerModule);
        for (int y = 0; y < picture.size(); y++) {
            for (int x = 0; x < picture.size(); x++) {
                if (!dark(x / pixelsPerModule, y / pixelsPerModule)) {
                    picture.whiten(x, y);
                }
            }
        }
        return picture.bytes();
    }

    String svg() {
        var path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                if (dark(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="600" height="600" \
                shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
                """.formatted(size(), path);
    }

    private boolean dark(int x, int y) {
        int column = x - QUIET_ZONE;
        int row = y - QUIET_ZONE;
        return column >= 0
                && row >= 0
                && column < modules.getWidth()
                && row < modules.getHeight()
                && modules.get(column, row) == 1;
    }
}
