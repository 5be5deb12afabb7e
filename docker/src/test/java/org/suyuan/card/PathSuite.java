package org.suyuan.card;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.suyuan.identity.card.CertificatePathValidator;
import org.suyuan.identity.card.CertificatePathValidator.PolicyInputs;

/**
 * Runs the portal's {@link CertificatePathValidator} over a suite of certificate chains: a {@code manifest.tsv}, beside it
 * {@code certs/*.crt} and {@code crls/*.crl}. See {@code docs/cards.md}.
 */
public final class PathSuite {

    /**
     * One line of the manifest.
     *
     * @param chain names of certificates: first the trusted one, last the one to validate; those between them may stand
     *     in the path or sign lists
     * @param beside names of further certificates
     */
    record Row(
            String number,
            String name,
            boolean valid,
            List<String> chain,
            List<String> crls,
            PolicyInputs policies,
            List<String> beside) {

        static Row of(String line) {
            var cells = line.split("\t", -1);
            return new Row(
                    cells[0],
                    cells[1],
                    cells[2].equals("valid"),
                    names(cells, 3),
                    names(cells, 4),
                    new PolicyInputs(flag(cells, 5), flag(cells, 6), flag(cells, 7), Set.copyOf(names(cells, 8))),
                    names(cells, 9));
        }

        private static boolean flag(String[] cells, int column) {
            return column < cells.length && Boolean.parseBoolean(cells[column].strip());
        }

        private static List<String> names(String[] cells, int column) {
            return column >= cells.length || cells[column].isBlank()
                    ? List.of()
                    : Stream.of(cells[column].strip().split("\\s*,\\s*")).toList();
        }
    }

    /**
     * How a row came out.
     *
     * @param complete false when a file that the row names is missing, so that nothing is known
     * @param problem why the path is not valid; null when it is
     */
    record Outcome(Row row, boolean complete, String problem) {

        boolean asExpected() {
            return complete && row.valid() == (problem == null);
        }

        @Override
        public String toString() {
            return row.number() + " " + row.name() + ": expected " + (row.valid() ? "valid" : "invalid") + ", was "
                    + (problem == null ? "valid" : "invalid (" + problem + ")");
        }
    }

    private final Path manifest;
    private final Instant moment;

    PathSuite(Path manifest, Instant moment) {
        this.manifest = manifest;
        this.moment = moment;
    }

    /** Arguments: the manifest and, optionally, the moment to validate at, such as 2026-01-01T00:00:00Z. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0 || arguments.length > 2) {
            System.err.println("Usage: check-paths MANIFEST.TSV [MOMENT]");
            System.exit(2);
        }
        var moment = arguments.length == 2 ? Instant.parse(arguments[1]) : Instant.now();
        var outcomes = new PathSuite(Path.of(arguments[0]), moment).run();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var right = outcomes.stream().filter(Outcome::asExpected).count();
        outcomes.stream().filter(outcome -> !outcome.asExpected()).forEach(out::println);
        out.println(right + " of " + outcomes.size());
        System.exit(right == outcomes.size() ? 0 : 1);
    }

    List<Outcome> run() throws IOException {
        return Files.readAllLines(manifest).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Row::of)
                .map(this::outcome)
                .toList();
    }

    private Outcome outcome(Row row) {
        try {
            return new Outcome(row, true, problem(row));
        } catch (IOException e) {
            return new Outcome(row, false, e.toString());
        }
    }

    private String problem(Row row) throws IOException {
        try {
            var chain = new ArrayList<X509Certificate>();
            for (var name : row.chain()) {
                chain.add(certificate(name));
            }
            var crls = new ArrayList<X509CRL>();
            for (var name : row.crls()) {
                crls.add(CertificatePathValidator.crl(content("crls", name, ".crl")));
            }
            var last = chain.size() - 1;
            var others = new ArrayList<>(chain.subList(1, Math.max(1, last)));
            for (var name : row.beside()) {
                if (!name.matches("[0-9.]+")) { // some rows of PKITS name the policies here that come out
                    others.add(certificate(name));
                }
            }
            CertificatePathValidator.validate(
                    chain.get(last), others, List.of(chain.get(0)), crls, moment, row.policies());
            return null;
        } catch (GeneralSecurityException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private X509Certificate certificate(String name) throws GeneralSecurityException, IOException {
        return CertificatePathValidator.certificate(content("certs", name, ".crt"));
    }

    private byte[] content(String folder, String name, String ending) throws IOException {
        return Files.readAllBytes(
                manifest.resolveSibling(folder).resolve(name.endsWith(ending) ? name : name + ending));
    }
}
