package org.suyuan.trace;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * A photo of a label, as a telephone takes it or a computer keeps it: JPEG or PNG, turned any way, with one QR code or
 * several on it. Comes from anyone, so it is never held at full size and huge ones are refused unread.
 */
public final class QrPhoto {

    private static final int MOST_PIXELS = 64_000_000;
    private static final int PIXELS_KEPT = 8_000_000;

    /** Long sides at which codes are looked for: a code that fills the photo is found best in a small copy. */
    private static final List<Integer> SIDES = List.of(700, 1600, 4000);

    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    private static final Map<DecodeHintType, ?> HINTS =
            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8");

    private final BufferedImage grey;

    private QrPhoto(BufferedImage grey) {
        this.grey = grey;
    }

    /** @throws IOException when this is no JPEG or PNG, is damaged, or has too many pixels */
    public static QrPhoto read(InputStream photo) throws IOException {
        try (var input = ImageIO.createImageInputStream(photo)) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IIOException("Not a picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return new QrPhoto(grey(reduced(reader)));
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            throw new IIOException("Damaged picture", e);
        }
    }

    private static BufferedImage reduced(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT)) || pixels > MOST_PIXELS) {
            throw new IIOException("A picture of %d pixels as %s".formatted(pixels, reader.getFormatName()));
        }
        var every = (int) Math.ceil(Math.sqrt((double) pixels / PIXELS_KEPT));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, parameters);
    }

    private static BufferedImage grey(BufferedImage picture) {
        return drawn(picture, picture.getWidth(), picture.getHeight(), RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height, Object interpolation) {
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = copy.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return copy;
    }

    /** What the codes on the photo say; empty when none is found. */
    public List<String> texts() {
        return SIDES.stream()
                .map(this::withLongSide)
                .map(QrPhoto::luminance)
                .flatMap(source -> Stream.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source)))
                .map(binarizer -> texts(new BinaryBitmap(binarizer)))
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Small pictures are enlarged without smoothing: ours have one pixel a module. */
    private BufferedImage withLongSide(int pixels) {
        var factor = (double) pixels / Math.max(grey.getWidth(), grey.getHeight());
        return drawn(
                grey,
                Math.max(1, (int) Math.round(grey.getWidth() * factor)),
                Math.max(1, (int) Math.round(grey.getHeight() * factor)),
                factor < 1
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    }

    private static LuminanceSource luminance(BufferedImage copy) {
        var bytes = ((DataBufferByte) copy.getRaster().getDataBuffer()).getData();
        return new PlanarYUVLuminanceSource(
                bytes, copy.getWidth(), copy.getHeight(), 0, 0, copy.getWidth(), copy.getHeight(), false);
    }

    private static List<String> texts(BinaryBitmap bitmap) {
        try {
            var all = new QRCodeMultiReader().decodeMultiple(bitmap, HINTS);
            return Stream.of(all).map(Result::getText).toList();
        } catch (ReaderException none) {
            return single(bitmap);
        }
    }

    private static List<String> single(BinaryBitmap bitmap) {
        try {
            return List.of(new QRCodeReader().decode(bitmap, HINTS).getText());
        } catch (ReaderException none) {
            return List.of();
        }
    }
}
