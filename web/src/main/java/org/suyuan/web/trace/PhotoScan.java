package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.suyuan.trace.QrCodes;
import org.suyuan.trace.QrPhoto;

/**
 * Reads the photo that 扫一扫 sends, for telephones whose browser has no camera for us, and hands the code back to that
 * page. The photo is not kept. Anyone may send one, so only few are read at a time.
 */
@WebServlet("/scan/photo")
@MultipartConfig(maxFileSize = PhotoScan.MOST_BYTES_TAKEN, maxRequestSize = PhotoScan.MOST_BYTES_TAKEN + 65_536)
public class PhotoScan extends HttpServlet {

    private static final long serialVersionUID = 1L;

    static final long MOST_BYTES = 15L << 20;

    /** Somewhat more is still taken, so that the sender can be told; beyond that the server hangs up. */
    static final long MOST_BYTES_TAKEN = 40L << 20;

    private static final int MOST_TEXT = 500;
    private static final int PATIENCE_SECONDS = 10;
    private static final Semaphore READING = new Semaphore(2, true);

    @Inject
    private transient QrCodes codes;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = answer(request);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/scan?" + answer);
    }

    private String answer(HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST_BYTES_TAKEN) {
            return refused(ScanRefusal.TOO_LARGE);
        }
        try {
            var photo = request.getPart("photo");
            if (photo == null || photo.getSize() == 0) {
                return refused(ScanRefusal.NO_PHOTO);
            }
            return photo.getSize() > MOST_BYTES ? refused(ScanRefusal.TOO_LARGE) : read(photo);
        } catch (IllegalStateException tooLarge) {
            return refused(ScanRefusal.TOO_LARGE);
        } catch (IOException | ServletException unreadable) {
            return refused(ScanRefusal.NO_PICTURE);
        }
    }

    private String read(Part photo) throws IOException {
        try {
            if (!READING.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return refused(ScanRefusal.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused(ScanRefusal.BUSY);
        }
        try (var content = photo.getInputStream()) {
            var texts = QrPhoto.read(content).texts();
            return texts.isEmpty() ? refused(ScanRefusal.NO_CODE) : "code=" + encoded(ours(texts));
        } finally {
            READING.release();
        }
    }

    /** A label may bear codes of others beside ours. */
    private String ours(List<String> texts) {
        return texts.stream()
                .filter(text -> codes.recognised(text).isPresent())
                .findFirst()
                .orElse(texts.get(0));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.substring(0, Math.min(text.length(), MOST_TEXT)), StandardCharsets.UTF_8);
    }

    private static String refused(ScanRefusal refusal) {
        return "photo=" + refusal;
    }
}
