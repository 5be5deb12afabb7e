package org.suyuan.load;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Visitor;
import org.suyuan.testing.Workplace;

/** Somebody with a browser who runs one errand after the other and thinks before each step. */
abstract class PortalUser implements Runnable {

    private static final int EXCERPT = 300;

    /** All of them have one address, of which the portal compares few passwords at a time. */
    private static final Semaphore DOOR = new Semaphore(2, true);

    private static final Pattern REDIRECT = Pattern.compile("<redirect url=\"([^\"]+)\"");
    private static final Pattern KEPT_UNTIL_LEFT = Pattern.compile("OmniFaces\\.Unload\\.init\\(['\"]([^'\"]+)");

    /** An answer was not what it should be: noted, and the errand given up. */
    private static final class GivenUp extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A page that stands open: its address, and what its forms send to prove that they are this session's. */
    record OpenPage(String path, Map<String, String> secrets) {}

    private final Portal portal;
    private final Figures figures;
    private final Duration pause;
    private final Random random;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Visitor visitor;
    private final String account;
    private boolean signedIn;
    private Runnable farewell = () -> {};

    /** @param account null for a stranger */
    PortalUser(Portal portal, String account, Figures figures, Duration pause, long seed) {
        this.portal = portal;
        this.account = account;
        this.figures = figures;
        this.pause = pause;
        this.random = new Random(seed);
        this.visitor = new Visitor(portal);
    }

    abstract void errand();

    @Override
    public void run() {
        while (!isOver()) {
            try {
                if (account != null && !signedIn) {
                    signIn();
                }
                errand();
            } catch (GivenUp noted) {
                think();
            }
        }
    }

    void stop() {
        end.countDown();
    }

    boolean isOver() {
        return end.getCount() == 0;
    }

    Random random() {
        return random;
    }

    private void signIn() {
        DOOR.acquireUninterruptibly();
        HttpResponse<String> answer;
        try {
            answer = timed("sign in", () -> visitor.signIn(account, Workplace.PASSWORD));
        } finally {
            DOOR.release();
        }
        expect("sign in", answer, answer.statusCode() == 302);
        signedIn = true;
    }

    /** Looks at a page; what stands in it. */
    String look(String step, String path) {
        var answer = get(step, path);
        expect(step, answer, answer.statusCode() == 200);
        return answer.body();
    }

    /** Opens a page with forms, or returns null when the portal leads to another page instead. */
    OpenPage open(String step, String path) {
        var answer = get(step, path);
        if (answer.statusCode() == 302) {
            return null;
        }
        expect(step, answer, answer.statusCode() == 200);
        return new OpenPage(path, Visitor.secretsOf(answer.body()));
    }

    private HttpResponse<String> get(String step, String path) {
        var answer = timed(step, () -> visitor.get(path));
        if (signedIn
                && answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").contains("/login")) {
            signedIn = false;
            figures.sessionLost();
            throw new GivenUp();
        }
        moveTo(path, answer.body());
        return answer;
    }

    /** The page before is left; where the server keeps something for it, the page's script says so. */
    private void moveTo(String path, String page) {
        farewell.run();
        var kept = KEPT_UNTIL_LEFT.matcher(page);
        if (kept.find()) {
            var fields = new TreeMap<>(Visitor.secretsOf(page));
            fields.put("omnifaces.event", "unload");
            fields.put("id", kept.group(1));
            farewell = () -> answered("leave page", () -> visitor.post(path, fields));
        } else {
            farewell = () -> {};
        }
    }

    /** Uses a control of a page; the answer must contain this. */
    void use(String step, OpenPage page, String control, Map<String, String> fields, String expected) {
        var answer = timed(step, () -> visitor.ask(page.path(), control, fields, page.secrets()));
        expect(step, answer, answer.statusCode() == 200 && answer.body().contains(expected));
    }

    /** Uses a control of a page that leads to another page; its path. */
    String leave(String step, OpenPage page, String control) {
        var answer = timed(step, () -> visitor.ask(page.path(), control, Map.of(), page.secrets()));
        var to = REDIRECT.matcher(answer.body());
        expect(step, answer, answer.statusCode() == 200 && to.find());
        return to.group(1);
    }

    private HttpResponse<String> timed(String step, Supplier<HttpResponse<String>> request) {
        think();
        return answered(step, request);
    }

    private HttpResponse<String> answered(String step, Supplier<HttpResponse<String>> request) {
        var begun = System.nanoTime();
        try {
            var answer = request.get();
            figures.took(step, System.nanoTime() - begun);
            return answer;
        } catch (UncheckedIOException e) {
            figures.fault(step, "no answer: " + e.getCause());
            throw new GivenUp();
        }
    }

    private void expect(String step, HttpResponse<String> answer, boolean right) {
        if (!right) {
            var body = answer.body().replaceAll("\\s+", " ");
            var heading = body.indexOf("<h1");
            var from = Math.max(heading, 0);
            figures.fault(
                    step,
                    answer.statusCode() + " "
                            + answer.headers().firstValue("Location").orElse("") + " "
                            + body.substring(from, Math.min(body.length(), from + EXCERPT)));
            throw new GivenUp();
        }
    }

    /** Half to one and a half times the pause, or less when all is over. */
    private void think() {
        try {
            var millis = (long) (pause.toMillis() * (0.5 + random.nextDouble()));
            if (millis > 0 && end.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
