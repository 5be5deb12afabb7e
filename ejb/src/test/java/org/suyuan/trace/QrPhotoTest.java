package org.suyuan.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server reads out of photos that anyone sends. */
@Tag("S8")
class QrPhotoTest {

    private static final String TEXT = "https://portal.example/q/q7Yk_0123456789-abcdefg";

    @ParameterizedTest
    @DisplayName("A photo is read however the telephone was held")
    @ValueSource(ints = {0, 17, 45, 90, 180, 270})
    void aPhotoIsReadHoweverTheTelephoneWasHeld(int degrees) throws IOException {
        assertThat(QrPhoto.read(jpeg(photo(3000, 2000, degrees, TEXT))).texts()).containsExactly(TEXT);
    }

    @Test
    @DisplayName("A small code in a photo of 48 megapixels is found")
    void aSmallCodeInALargePhotoIsFound() throws IOException {
        assertThat(QrPhoto.read(jpeg(photo(8000, 6000, 10, TEXT))).texts()).containsExactly(TEXT);
    }

    @Test
    @DisplayName("The smallest image that the portal itself gives out is read")
    void thePortalsOwnSmallestImageIsRead() throws IOException {
        var image = new ByteArrayInputStream(QrImage.of(TEXT).pixelPerModule());

        assertThat(QrPhoto.read(image).texts()).containsExactly(TEXT);
    }

    @Test
    @DisplayName("All codes on a label are read")
    void allCodesOnALabelAreRead() throws IOException {
        assertThat(QrPhoto.read(jpeg(photo(3000, 1500, 0, "another", TEXT))).texts())
                .containsExactlyInAnyOrder("another", TEXT);
    }

    @Test
    @DisplayName("A photo without a code says nothing")
    void aPhotoWithoutACodeSaysNothing() throws IOException {
        assertThat(QrPhoto.read(jpeg(photo(1200, 900, 0))).texts()).isEmpty();
    }

    @Test
    @DisplayName("What is no picture, is damaged or is huge is refused")
    void whatIsNoPictureIsRefused() throws IOException {
        var cut = new ByteArrayInputStream(jpeg(photo(1200, 900, 0, TEXT)).readNBytes(200));
        var text = new ByteArrayInputStream("<svg/>".getBytes());

        assertThatThrownBy(() -> QrPhoto.read(text)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> QrPhoto.read(cut)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> QrPhoto.read(new ByteArrayInputStream(pngThatClaims(60_000, 60_000))))
                .isInstanceOf(IOException.class);
    }

    /** A noisy surface with labels on it. */
    private static BufferedImage photo(int width, int height, int degrees, String... texts) {
        var photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        var graphics = photo.createGraphics();
        for (int i = 0; i < 400; i++) {
            graphics.setColor(new Color(60 + random.nextInt(120), 60 + random.nextInt(120), 60 + random.nextInt(120)));
            graphics.fillRect(random.nextInt(width), random.nextInt(height), width / 9, height / 9);
        }
        graphics.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
        for (int i = 0; i < texts.length; i++) {
            var label = label(texts[i]);
            var x = width * (i + 1) / (texts.length + 1) - label.getWidth() / 2;
            graphics.drawImage(label, x, height / 2 - label.getHeight() / 2, null);
        }
        graphics.dispose();
        return photo;
    }

    private static BufferedImage label(String text) {
        try {
            return ImageIO.read(new ByteArrayInputStream(QrImage.of(text).atLeast(500)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteArrayInputStream jpeg(BufferedImage photo) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(photo, "jpeg", bytes);
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** The first bytes of a PNG of this size. */
    private static byte[] pngThatClaims(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes())
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var sum = new CRC32();
        sum.update(header);
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header)
                .putInt((int) sum.getValue())
                .array();
    }
}
