package org.suyuan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The files that operate the portal say what its code and its README say: no engine of containers is needed to know it. */
@Tag("H13")
class OperationFilesTest {

    private static final Pattern VARIABLE = Pattern.compile("SUYUAN_[A-Z_]*[A-Z]");
    private static final Pattern KEY = Pattern.compile("name = \"(suyuan\\.[a-z.-]+)\"");

    /** Set by the launcher itself. */
    private static final Set<String> INTERNAL = Set.of("SUYUAN_HTTP_PORT", "SUYUAN_GENERATE");

    private static final Set<String> OF_INSTALL_SH =
            Set.of("SUYUAN_ADMIN_PASSWORD", "SUYUAN_KEY_STORE", "SUYUAN_KEY_STORE_PASSWORD", "SUYUAN_PORT_BASE");

    private final String dockerfile = text("Dockerfile");
    private final String compose = text("compose.yaml");
    private final String nginx = text("nginx/suyuan.conf");
    private final String nodes = text("nginx/suyuan-nodes.conf");
    private final String readme = text("../README.md");

    @Test
    void every_variable_that_they_set_is_one_that_the_portal_reads() {
        var known = known();
        assertThat(known).contains("SUYUAN_HOME", "SUYUAN_MAIL_HOST", "SUYUAN_NODES");
        assertThat(variables(dockerfile + compose)).isSubsetOf(known);
        assertThat(variables(text("payara-server/install.sh") + text("payara-server/domain.asadmin")))
                .isSubsetOf(union(known, OF_INSTALL_SH));
    }

    @Test
    void every_variable_that_the_portal_reads_is_told_of() {
        var told = variables(readme + text("../docs/cards.md") + text("../docs/administration.md"));
        assertThat(told).containsAll(known());
    }

    @Test
    void the_container_runs_the_command_of_the_readme() {
        var entry = found(dockerfile, "ENTRYPOINT \\[(.*)]").replaceAll("[\",]", "");
        assertThat(readme).contains(entry.replace("/suyuan.jar", "docker/target/suyuan.jar"));
        assertThat(dockerfile).contains("USER suyuan", "mvn -q -DskipTests package");
        assertThat(readme).contains("mvn -q -DskipTests package");
    }

    @Test
    void ports_agree() {
        var port = found(dockerfile, "\"--port\", \"(\\d+)\"");
        assertThat(found(dockerfile, "EXPOSE (\\d+)")).isEqualTo(port);
        assertThat(found(nodes, "server node1:(\\d+)")).isEqualTo(port);
        assertThat(found(nodes, "server node2:(\\d+)")).isEqualTo(port);
        assertThat(found(compose, "ports: \\[ \"\\d+:(\\d+)\"")).isEqualTo(found(nginx, "listen (\\d+);"));
        assertThat(found(dockerfile, "127\\.0\\.0\\.1:(\\d+)/health/ready"))
                .isEqualTo(found(dockerfile, "SUYUAN_PRIVATE_PORT=(\\d+)"));
    }

    @Test
    void each_node_names_itself_first_and_then_the_other() {
        assertThat(found(compose, "SUYUAN_NODE: node1, SUYUAN_NODES: \"([^\"]+)\""))
                .isEqualTo("node1:5900,node2:5900");
        assertThat(found(compose, "SUYUAN_NODE: node2, SUYUAN_NODES: \"([^\"]+)\""))
                .isEqualTo("node2:5900,node1:5900");
        assertThat(nodes.lines()).allMatch(line -> line.matches("server (node\\d):\\d+ [^;]*; # \\1"));
    }

    @Test
    void payara_server_gets_the_data_source_and_the_http_that_the_launcher_sets_up() {
        var domain = text("payara-server/domain.asadmin");
        var launcher = text("src/main/java/org/suyuan/launcher/Settings.java");
        assertThat(Stream.of(
                        "--steadypoolsize=2 --maxpoolsize=30 --isconnectvalidatereq=true",
                        "--validationmethod=custom-validation",
                        "--validationclassname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
                        "batch-runtime-configuration.data-source-lookup-name=jdbc/suyuan",
                        "server-header=false",
                        "xpowered-by=false",
                        "cookie-same-site-value=Lax"))
                .allMatch(domain::contains)
                .allMatch(launcher::contains);
    }

    /** Names of environment variables that the launcher or the application reads. */
    private static Set<String> known() {
        var launcher = variables(sources("src/main/java"));
        var application = matches(KEY, sources("../ejb/src/main/java"))
                .map(key -> key.group(1).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .filter(name -> !INTERNAL.contains(name))
                .collect(Collectors.toSet());
        return union(launcher, application);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.of(some, others).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> variables(String text) {
        return matches(VARIABLE, text).map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String found(String text, String pattern) {
        return matches(Pattern.compile(pattern), text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing like " + pattern))
                .group(1);
    }

    private static String sources(String folder) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> text(file.toString()))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
