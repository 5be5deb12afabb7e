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
 * The customs side of the folders, which no crash of the portal stops: takes every report and every round of a recall from
 * the outboxes, answers it and moves it on, and notes what it took and answered. Some answers come twice, some are preceded
 * by a preliminary one.
 */
public final class CustomsClient implements Runnable {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Portal portal;
    private final Random random;
    private boolean resting;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final Set<String> answers = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> files = new ConcurrentHashMap<>();

    public CustomsClient(Portal portal, Random random) {
        this.portal = portal;
        this.random = random;
    }

    /**
     * What customs will say to a version of what was filed, as {@code returnStatus}: of the first versions it refuses some.
     *
     * @param key 统一编号, or number of the recall and of the round: {@code RC2026000000000001_2}
     */
    public static String verdict(String key, int version) {
        if (version > 1) {
            return "120";
        }
        return switch (key.charAt(key.length() - 1)) {
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

    /** Names of the files put into the inbox of receipts of this type. */
    Set<String> files(String type) {
        return files.getOrDefault(type, Set.of());
    }

    @Override
    public synchronized void run() {
        if (!resting) {
            take("FTR101");
            take("FTR202");
        }
    }

    /** Takes and answers nothing until it works again. */
    public synchronized void rest(boolean now) {
        resting = now;
    }

    private void take(String type) {
        try (var messages = Files.newDirectoryStream(portal.exchange(type, "outbox"), "*.xml")) {
            for (var message : messages) {
                take(type, message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String type, Path file) throws IOException {
        var messageId = file.getFileName().toString().replace(".xml", "");
        var times = taken.merge(messageId, 1, Integer::sum);
        var filed = Filed.of(messageId);
        if (random.nextInt(3) == 0) {
            answer("P" + times + "_" + messageId, filed, "2", 1);
        }
        answer("R" + times + "_" + messageId, filed, verdict(filed.key(), filed.version()), 1 + random.nextInt(2));
        Files.move(
                file,
                portal.exchange(type, "sent").resolve(file.getFileName()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void answer(String answerId, Filed filed, String returnStatus, int copies) {
        var receipt = filed.receipt(answerId, returnStatus);
        answers.add(answerId);
        for (int copy = 1; copy <= copies; copy++) {
            var name = answerId + "-" + copy + ".xml";
            files.computeIfAbsent(filed.answerType(), type -> ConcurrentHashMap.newKeySet())
                    .add(name);
            portal.push(filed.answerType(), name, receipt);
        }
    }

    /** What a message is about, read from its id. */
    private record Filed(String key, int version) {

        static Filed of(String messageId) {
            int start = messageId.indexOf('_') + 1;
            int end = messageId.lastIndexOf('_');
            return new Filed(messageId.substring(start, end), Integer.parseInt(messageId.substring(end + 1)));
        }

        private boolean isRound() {
            return key.contains("_");
        }

        String answerType() {
            return isRound() ? "FTR203" : "FTR102";
        }

        byte[] receipt(String id, String returnStatus) {
            var now = LocalDateTime.now(CHINA);
            if (!isRound()) {
                return Customs.receipt(id, key, version, returnStatus, "回执", now);
            }
            var parts = key.split("_");
            return Customs.roundReceipt(id, parts[0], Integer.parseInt(parts[1]), version, returnStatus, "回执", now);
        }
    }
}
