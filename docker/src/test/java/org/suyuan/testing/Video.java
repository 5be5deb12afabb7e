package org.suyuan.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a camera sees: a picture in an unsteady hand, as a raw video (YUV4MPEG2), the only kind that Chromium's fake camera
 * plays.
 */
public final class Video {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 10;

    private Video() {}

    /** Someone holds this picture in front of the camera, a little askew and never still. */
    public static Path of(BufferedImage picture) throws IOException {
        var colourless = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(colourless, (byte) 128);
        var file = Files.createTempFile("camera-", ".y4m");
        file.toFile().deleteOnExit();
        try (var video = new BufferedOutputStream(Files.newOutputStream(file))) {
            video.write("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n"
                    .formatted(WIDTH, HEIGHT)
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < FRAMES; i++) {
                video.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                video.write(frame(picture, 0.1 + 0.01 * i));
                video.write(colourless);
            }
        }
        return file;
    }

    private static byte[] frame(BufferedImage picture, double angle) {
        var scene = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = scene.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.rotate(angle, WIDTH / 2.0, HEIGHT / 2.0);
        graphics.drawImage(picture, WIDTH / 2 - 160, HEIGHT / 2 - 160, 320, 320, null);
        graphics.dispose();
        var luminance = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < luminance.length; i++) {
            luminance[i] = (byte) (scene.getRGB(i % WIDTH, i / WIDTH) & 0xFF); // grey: each channel is the same
        }
        return luminance;
    }
}
