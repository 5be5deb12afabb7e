package org.suyuan.permissions;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.suyuan.permissions.PermissionMatrix.Kind;
import org.suyuan.permissions.PermissionMatrix.Permission;
import org.suyuan.testing.Visitor;

/** Somebody asks for every page, file and service of the matrix, with each record; what is not as the matrix says is a fault. */
final class AddressWalk {

    private static final List<String> OWNERS = List.of("importer1", "importer2", "nobody");

    private final List<Permission> matrix;
    private final Records records;
    private final List<String> faults = new ArrayList<>();

    /** What a guest may read and has not read yet: else what nobody reads might only be written in another way. */
    private final Set<String> unread = new HashSet<>();

    /**
     * Somebody at the door.
     *
     * @param sees the importer whose records are at hand, or null
     * @param seesMatches false for an agent who is not entrusted with recalls
     */
    record Guest(String name, Visitor visitor, Set<String> roles, String sees, boolean seesMatches) {

        Guest(String name, Visitor visitor, Set<String> roles, String sees) {
            this(name, visitor, roles, sees, true);
        }

        boolean isLetIn(Permission line) {
            return line.allows("") || roles.stream().anyMatch(line::allows);
        }

        /** A regulator sees no drills. */
        boolean seesAll() {
            return sees != null && roles.contains("ENTERPRISE");
        }

        boolean mayRead(Permission line, String owner) {
            return line.isOpen()
                    ? !owner.equals("nobody")
                    : owner.equals(sees) && (seesMatches || !line.record().equals("match"));
        }
    }

    /** An answer, with what is another one each time taken out. */
    private record Answer(int status, String location, String body) {

        private static final Pattern SCRIPT = Pattern.compile("<script.*?</script>", Pattern.DOTALL);

        static Answer of(HttpResponse<String> response, String address, String key) {
            var location = response.headers().firstValue("Location").orElse("");
            return new Answer(
                    response.statusCode(),
                    without(key, address, location),
                    alike(without(key, address, response.body())));
        }

        /** Short keys are taken out of the address only, since they may be part of anything. */
        private static String without(String key, String address, String text) {
            if (key.length() > 9) {
                return text.replace(key, "$");
            }
            var plain = text.replace("&#37;", "%");
            return key.isEmpty()
                    ? plain
                    : plain.replace(address.replace("$", key), address)
                            .replace(encoded(address.replace("$", key)), encoded(address));
        }

        private static String encoded(String address) {
            return URLEncoder.encode(address, StandardCharsets.UTF_8);
        }

        /** Without the number of the request, of the view and of its scripts, which come in any order. */
        private static String alike(String body) {
            var scripts = SCRIPT.matcher(body)
                    .results()
                    .map(MatchResult::group)
                    .sorted()
                    .collect(Collectors.joining());
            return (SCRIPT.matcher(body).replaceAll("") + "\n" + scripts)
                    .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "#")
                    .replaceAll("(nonce=|csp\\.init\\()([\"'])[^\"']*", "$1")
                    .replaceAll("(name=\"jakarta.faces.ViewState\"[^>]* value=)\"[^\"]*", "$1");
        }

        /** The first line that is not the same for a missing record. */
        String comparedWith(Answer missing) {
            var other = missing.body().lines().toList();
            var lines = body.lines().toList();
            return IntStream.range(0, Math.min(lines.size(), other.size()))
                    .filter(line -> !lines.get(line).equals(other.get(line)))
                    .mapToObj(line -> lines.get(line) + "\ninstead of " + other.get(line))
                    .findFirst()
                    .orElse("%d %s, %d lines instead of %d %s, %d lines"
                            .formatted(status, location, lines.size(), missing.status, missing.location, other.size()));
        }

        /** In one word, to be compared with the matrix. */
        String told() {
            if (status == 302) {
                return location.contains("/login?") ? "sign in" : "opened";
            }
            return status == 200 || status == 303 ? "opened" : String.valueOf(status);
        }
    }

    AddressWalk(List<Permission> matrix, Records records) {
        this.matrix = matrix.stream()
                .filter(line -> line.kind() != Kind.OPERATION && !line.isForNobody())
                .toList();
        this.records = records;
    }

    List<String> faults() {
        return faults;
    }

    AddressWalk walk(Guest guest) {
        unread.clear();
        unread.addAll(guest.seesAll() ? records.secrets(guest.sees()) : List.of());
        for (var line : matrix) {
            for (var address : line.addresses()) {
                if (address.contains("$")) {
                    askForRecords(guest, line, address);
                } else {
                    var answer = ask(guest, address, "");
                    expect(guest, address, expected(guest, line), answer);
                    expectNoSecrets(guest, address, "", answer);
                }
            }
        }
        unread.forEach(secret -> faults.add("%s reads %s nowhere, which is his".formatted(guest.name(), secret)));
        return this;
    }

    private void askForRecords(Guest guest, Permission line, String address) {
        var missing = ask(guest, address, key(line, "nobody"));
        for (var owner : OWNERS) {
            var answer = ask(guest, address, key(line, owner));
            if (!guest.isLetIn(line) || guest.mayRead(line, owner)) {
                expect(guest, address + " of " + owner, expected(guest, line), answer);
                if (guest.isLetIn(line) && answer.equals(missing)) {
                    faults.add("%s asks for %s of %s: shows nothing of it".formatted(guest.name(), address, owner));
                }
            } else {
                expect(guest, address + " of " + owner, line.unknown().replace("alike", "opened"), answer);
            }
            if (!(guest.isLetIn(line) && guest.mayRead(line, owner)) && !answer.equals(missing)) {
                faults.add("%s asks for %s of %s: %s"
                        .formatted(guest.name(), address, owner, answer.comparedWith(missing)));
            }
            expectNoSecrets(guest, address + " of " + owner, line.isOpen() ? owner : "", answer);
        }
    }

    /** The answer to whoever may read what he asks for. */
    private static String expected(Guest guest, Permission line) {
        if (!guest.isLetIn(line)) {
            return guest.roles().isEmpty() ? "sign in" : "403";
        }
        return line.hasRecord() || line.unknown().equals("-") ? "opened" : line.unknown();
    }

    private void expect(Guest guest, String address, String expected, Answer answer) {
        if (!answer.told().equals(expected)) {
            faults.add("%s asks for %s: %s %s instead of %s"
                    .formatted(guest.name(), address, answer.status(), answer.location(), expected));
        }
    }

    /** @param open the importer of a record whose key is the right to it */
    private void expectNoSecrets(Guest guest, String address, String open, Answer answer) {
        Stream.of("importer1", "importer2")
                .filter(owner -> !owner.equals(guest.sees()) && !owner.equals(open))
                .flatMap(owner -> records.secrets(owner).stream())
                .filter(secret ->
                        answer.body().contains(secret) || answer.location().contains(secret))
                .forEach(secret -> faults.add("%s asks for %s and reads %s".formatted(guest.name(), address, secret)));
        unread.removeIf(answer.body()::contains);
    }

    private Answer ask(Guest guest, String address, String key) {
        return Answer.of(send(guest, address, key), address, key);
    }

    private static HttpResponse<String> send(Guest guest, String address, String key) {
        var path = address.replace("$", key);
        return path.startsWith("POST:")
                ? guest.visitor().post(path.replace("POST:", ""), Map.of())
                : guest.visitor().get(path);
    }

    private String key(Permission line, String owner) {
        return owner.equals("nobody")
                ? Objects.requireNonNull(Records.missing(line.record()), line.record())
                : records.key(line.record(), owner);
    }
}
