package org.suyuan.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S7")
class QrImageTest {

    private static final String TEXT = "https://suyuan.example/q/AbCdEfGhIjKlMnOpQrStUv";

    @Test
    void the_printable_image_is_large_enough_has_a_quiet_zone_and_says_the_text() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(QrImage.of(TEXT).atLeast(600)));

        assertThat(image.getWidth()).isGreaterThanOrEqualTo(600).isEqualTo(image.getHeight());
        int module = image.getWidth()
                / (ImageIO.read(new ByteArrayInputStream(QrImage.of(TEXT).pixelPerModule()))
                        .getWidth());
        for (int i = 0; i < 4 * module; i++) {
            assertThat(image.getRGB(i, image.getHeight() / 2)).isEqualTo(0xFFFFFFFF);
            assertThat(image.getRGB(image.getWidth() / 2, i)).isEqualTo(0xFFFFFFFF);
        }
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(source)))
                        .getText())
                .isEqualTo(TEXT);
    }

    @Test
    void the_stored_image_is_small() {
        assertThat(QrImage.of(TEXT).pixelPerModule().length).isLessThan(400);
    }
}
