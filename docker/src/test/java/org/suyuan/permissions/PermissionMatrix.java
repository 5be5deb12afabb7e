package org.suyuan.permissions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what with whose records: {@code docs/permissions.tsv}, a line for each public operation, page and resource. {@code
 * java docker/src/test/java/org/suyuan/permissions/PermissionMatrix.java} makes {@code docs/permissions.md} of it; hence it
 * needs no other class.
 */
final class PermissionMatrix {

    static final String REGENERATE = "java docker/src/test/java/org/suyuan/permissions/PermissionMatrix.java";

    /** Needs no account. */
    static final String EVERYONE = "everyone";

    /** Not for people: called by jobs, the console of the server and other beans, never by a page. */
    static final String NOBODY = "nobody";

    /** In the own name, whomever one acts for. */
    static final String SELF = "self";

    /** The same, signed in with a card. */
    static final String CARD = "card";

    /** A record that is open to whoever knows its key, so that only a missing one is refused. */
    private static final Set<String> OPEN = Set.of("qr", "link", "information", "file", "enterprise");

    private static final String NONE = "-";
    private static final int COLUMNS = 8;

    enum Kind {
        OPERATION("Use cases", "Public methods of session beans, `*` for all of a bean."),
        PAGE("Pages", "Addresses below the portal's own."),
        RESOURCE("Files and services", "Addresses that answer no page.");

        private final String title;
        private final String lead;

        Kind(String title, String lead) {
            this.title = title;
            this.lead = lead;
        }
    }

    /**
     * A line.
     *
     * @param name {@code context.Bean.method}, or an address
     * @param roles {@link #EVERYONE}, {@link #NOBODY} or the roles that are let in
     * @param within for operations: the scope an agent needs, {@link #SELF} or {@link #CARD}
     * @param record what kind of record it is asked for, or nothing
     * @param unknown answer to somebody else's record and to a missing one: {@code empty}, 404, or the key of a refusal
     * @param example how to ask: an operation's arguments as JSON, or an address; {@code $} stands for the record
     */
    record Permission(
            Kind kind,
            String name,
            Set<String> roles,
            String within,
            String record,
            String unknown,
            String example,
            String note) {

        static Permission of(String line) {
            var cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException(
                        "docs/permissions.tsv: %d columns instead of %d in: %s".formatted(cells.length, COLUMNS, line));
            }
            return new Permission(
                    Kind.valueOf(cells[0].toUpperCase()),
                    cells[1],
                    Set.of(cells[2].split(" ")),
                    cells[3],
                    cells[4],
                    cells[5],
                    cells[6],
                    cells[7]);
        }

        boolean allows(String role) {
            return roles.contains(EVERYONE) || roles.contains(role);
        }

        boolean isForNobody() {
            return roles.contains(NOBODY);
        }

        boolean hasRecord() {
            return !record.equals(NONE);
        }

        /** The key alone is the right to it. */
        boolean isOpen() {
            return OPEN.contains(record);
        }

        boolean hasExample() {
            return !example.equals(NONE);
        }

        /** Of a page, file or service. */
        List<String> addresses() {
            return hasExample() ? List.of(example.split(" ")) : List.of();
        }

        /** Of this operation, or of all operations of its bean. */
        boolean covers(String operation) {
            return name.equals(operation) || name.endsWith(".*") && operation.startsWith(name.replace("*", ""));
        }

        private String cell(String role) {
            if (!allows(role)) {
                return "–";
            }
            return hasRecord() && !isOpen() ? "own" : "✓";
        }

        private String agent() {
            if (!allows("ENTERPRISE")) {
                return "–";
            }
            return switch (within) {
                case "TRACE" -> "principal’s, 追溯填报";
                case "RECALL" -> "principal’s, 召回报告";
                case "READ" -> "principal’s";
                case SELF, CARD -> "own";
                default -> kind != Kind.OPERATION && !roles.contains(EVERYONE) ? "principal’s" : "✓";
            };
        }

        private String withoutCard() {
            return switch (within) {
                case "TRACE", "RECALL" -> allows("ENTERPRISE") ? cell("ENTERPRISE") + " ¹" : "–";
                case CARD -> "–";
                default -> cell("ENTERPRISE");
            };
        }

        private String unknownInWords() {
            if (!hasRecord()) {
                return "";
            }
            return record + ": " + (unknown.contains(".") ? "`" + unknown + "`" : unknown);
        }
    }

    private PermissionMatrix() {}

    static List<Permission> read(Path docs) {
        try {
            return Files.readAllLines(docs.resolve("permissions.tsv")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(Permission::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String page(List<Permission> permissions) {
        var page = new StringBuilder("""
                # Who may do what

                Made of [permissions.tsv](permissions.tsv) by `%s`.
                `PermissionsTest` compares the matrix with what the code declares, `PermissionsIT` tries each use case, page,
                file and service in the running portal as each role, with an own record, somebody else's and a missing one.

                ✓ allowed · own: with records of the own enterprise (a regulator: of the enterprise that he looks at) ·
                principal’s: with those of the principal while its authorisation is valid, with the scope named, and with a
                card · – refused: 403, who is not signed in is asked to. Somebody else's record and a missing one get the
                same answer, which the last column names.

                ¹ Under `SUYUAN_FILING_POLICY=STRICT` only with a card.
                """.formatted(REGENERATE));
        for (var kind : Kind.values()) {
            page.append("\n## ")
                    .append(kind.title)
                    .append("\n\n")
                    .append(kind.lead)
                    .append("\n\n");
            page.append(
                    "| | Everyone | Operator | … with a card | Administrator | Agent | Regulator | Not his, or none |\n");
            page.append("|---|---|---|---|---|---|---|---|\n");
            permissions.stream()
                    .filter(permission -> permission.kind() == kind && !permission.isForNobody())
                    .forEach(permission -> page.append(line(permission)));
        }
        page.append("\n## Not for people\n\nThey ask for no role, and no page calls them.\n\n");
        page.append(permissions.stream()
                .filter(Permission::isForNobody)
                .map(permission -> "- `%s`: %s%n".formatted(permission.name(), permission.note()))
                .collect(Collectors.joining()));
        return page.toString().replace("\r", "");
    }

    private static String line(Permission permission) {
        return "| `%s`%s | %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        permission.name(),
                        permission.note().equals(NONE) ? "" : " " + permission.note(),
                        permission.roles().contains(EVERYONE) ? "✓" : "–",
                        permission.withoutCard(),
                        permission.cell("ENTERPRISE"),
                        permission.allows("ENTERPRISE")
                                ? permission.cell("ENTERPRISE")
                                : permission.cell("ENTERPRISE_ADMIN"),
                        permission.agent(),
                        permission.cell("REGULATOR"),
                        permission.unknownInWords());
    }

    /** Writes {@code docs/permissions.md} anew; to be called in the root of the repository. */
    public static void main(String[] arguments) throws IOException {
        var docs = Path.of("docs");
        Files.writeString(docs.resolve("permissions.md"), page(read(docs)));
    }
}
