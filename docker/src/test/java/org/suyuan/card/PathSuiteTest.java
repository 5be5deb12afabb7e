package org.suyuan.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.card.PathSuite.Outcome;

/** NIST PKITS 1.0.1, whole: a work of the US government in the public domain. */
@Tag("H10")
class PathSuiteTest {

    private static final Instant WHILE_IT_LASTS = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    @DisplayName("The path validator agrees with each of the 247 rows of PKITS")
    void agreesWithPkits() throws Exception {
        var pkits = Path.of(getClass().getResource("/pkits.zip").toURI());
        try (var zip = FileSystems.newFileSystem(pkits)) {
            var outcomes = new PathSuite(zip.getPath("manifest.tsv"), WHILE_IT_LASTS).run();

            assertThat(outcomes).hasSize(247).allMatch(Outcome::asExpected);
            assertThat(outcomes).filteredOn(outcome -> outcome.row().valid()).hasSize(112);
        }
    }

    @Test
    @DisplayName("Without its lists of revoked certificates, or after their time, no path is valid")
    void failsClosed() throws Exception {
        var pkits = Path.of(getClass().getResource("/pkits.zip").toURI());
        try (var zip = FileSystems.newFileSystem(pkits)) {
            var later = new PathSuite(zip.getPath("manifest.tsv"), Instant.parse("2031-01-02T00:00:00Z")).run();

            assertThat(later).hasSize(247).noneMatch(outcome -> outcome.problem() == null);
        }
    }
}
