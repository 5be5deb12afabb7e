package org.suyuan.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Portal;

/**
 * The customs side of the folders, which no crash of the portal stops: takes every report from the outbox, answers it and
 * moves it on, and notes what it took and answered. Some answers come twice, some are preceded by a preliminary one.
 */
final class CustomsClient implements Runnable {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Portal portal;
    private final Random random;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final Set<String> answers = ConcurrentHashMap.newKeySet();
    private final Set<String> files = ConcurrentHashMap.newKeySet();

    CustomsClient(Portal portal, Random random) {
        this.portal = portal;
        this.random = random;
    }

    /** What customs will say to a version of a report, as {@code returnStatus}: of the first versions it refuses some. */
    static String verdict(String unifiedNo, int version) {
        if (version > 1) {
            return "120";
        }
        return switch (unifiedNo.charAt(unifiedNo.length() - 1)) {
            case '3' -> "100";
            case '7' -> "-1";
            default -> "120";
        };
    }

    /** How often each message was found in the outbox, by message id. */
    Map<String, Integer> taken() {
        return taken;
    }

    /** Message ids of the answers given. */
    Set<String> answers() {
        return answers;
    }

    /** Names of the files put into the inbox of receipts. */
    Set<String> files() {
        return files;
    }

    @Override
    public void run() {
        try (var messages = Files.newDirectoryStream(portal.exchange("FTR101", "outbox"), "*.xml")) {
            for (var message : messages) {
                take(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Path file) throws IOException {
        var messageId = file.getFileName().toString().replace(".xml", "");
        var times = taken.merge(messageId, 1, Integer::sum);
        var parts = messageId.split("_");
        if (random.nextInt(3) == 0) {
            answer("P" + times + "_" + messageId, parts, "2", 1);
        }
        answer(
                "R" + times + "_" + messageId,
                parts,
                verdict(parts[1], Integer.parseInt(parts[2])),
                1 + random.nextInt(2));
        Files.move(
                file,
                portal.exchange("FTR101", "sent").resolve(file.getFileName()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void answer(String answerId, String[] parts, String returnStatus, int copies) {
        var receipt = Customs.receipt(
                answerId, parts[1], Integer.parseInt(parts[2]), returnStatus, "回执", LocalDateTime.now(CHINA));
        answers.add(answerId);
        for (int copy = 1; copy <= copies; copy++) {
            var name = answerId + "-" + copy + ".xml";
            files.add(name);
            portal.push("FTR102", name, receipt);
        }
    }
}
