package org.suyuan.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.suyuan.identity.Within;
import org.suyuan.permissions.PermissionMatrix.Kind;
import org.suyuan.permissions.PermissionMatrix.Permission;
import org.w3c.dom.Element;

/** The matrix of permissions is complete, and the code declares what it says. */
class PermissionsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path PAGES = Path.of("..", "web", "src", "main", "webapp");

    /** What the server itself answers. */
    private static final Set<String> OF_THE_SERVER = Set.of("/jakarta.faces.resource/*", "/health", "/metrics");

    private static final Set<String> HTTP_METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    private static final JavaClasses CODE = new ClassFileImporter()
            .importPaths(Stream.of("ejb", "batch", "web")
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    private static final List<Permission> MATRIX = PermissionMatrix.read(DOCS);

    @Test
    void each_public_operation_page_and_resource_has_one_line_and_each_line_belongs_to_one() throws IOException {
        var missing = new TreeSet<String>();
        operations().forEach((name, method) -> {
            if (lines(Kind.OPERATION, name).isEmpty()) {
                missing.add(proposal(name, method));
            }
        });
        pages().filter(page -> lines(Kind.PAGE, page).isEmpty())
                .forEach(page ->
                        missing.add("page\t" + page + "\t" + String.join(" ", rolesOf(page)) + "\t-\t-\t-\t-\t-"));
        resources()
                .filter(resource -> lines(Kind.RESOURCE, resource).isEmpty())
                .forEach(resource -> missing.add("resource\t" + resource + "\t"
                        + String.join(" ", rolesOf(address(resource))) + "\t-\t-\t-\t" + address(resource) + "\t-"));
        assertThat(missing)
                .as("Add these lines, separated by tabs, to docs/permissions.tsv (its first lines say what the columns"
                        + " mean; name the record and an example where one is asked for), then run, in the root of the"
                        + " repository: " + PermissionMatrix.REGENERATE)
                .isEmpty();

        assertThat(MATRIX)
                .as("These lines of docs/permissions.tsv belong to nothing any more; delete them")
                .allSatisfy(line -> assertThat(exists(line)).as(line.name()).isTrue());
        assertThat(MATRIX.stream().map(line -> line.kind() + " " + line.name())).doesNotHaveDuplicates();
    }

    @Test
    void operations_let_in_whom_the_matrix_names_and_ask_agents_for_the_scope_that_it_names() {
        operations()
                .forEach((name, method) -> lines(Kind.OPERATION, name).forEach(line -> {
                    var declared = annotation(method, RolesAllowed.class)
                            .map(PermissionsTest::roles)
                            .orElse(Set.of());
                    if (declared.isEmpty()) {
                        assertThat(annotation(method, PermitAll.class)).as(name).isPresent();
                        assertThat(line.roles())
                                .as(name + " is @PermitAll")
                                .isSubsetOf(PermissionMatrix.EVERYONE, PermissionMatrix.NOBODY);
                    } else {
                        assertThat(line.roles()).as("roles of " + name).isEqualTo(declared);
                        var within = annotation(method, Within.class).map(PermissionsTest::scope);
                        if (within.isPresent()) {
                            assertThat(line.within()).as("scope of " + name).isEqualTo(within.get());
                        } else {
                            assertThat(line.within())
                                    .as("scope of " + name)
                                    .isIn(PermissionMatrix.SELF, PermissionMatrix.CARD);
                        }
                    }
                }));
    }

    @Test
    void no_page_calls_what_is_for_nobody() {
        var calls = CODE.stream()
                .filter(type -> type.getPackageName().startsWith("org.suyuan.web"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .map(call -> name(call.getTargetOwner(), call.getName()))
                .collect(Collectors.toSet());
        assertThat(calls)
                .filteredOn(call -> lines(Kind.OPERATION, call).stream().anyMatch(Permission::isForNobody))
                .isEmpty();
    }

    @Test
    void the_server_lets_into_pages_and_resources_whom_the_matrix_names() {
        assertThat(MATRIX)
                .filteredOn(line -> line.kind() != Kind.OPERATION && !line.isForNobody())
                .allSatisfy(line -> assertThat(line.roles())
                        .as("web.xml on " + line.name())
                        .isEqualTo(rolesOf(address(line.name()))));
    }

    @Test
    void a_line_with_a_record_says_how_to_ask_for_it_and_what_a_stranger_hears() {
        assertThat(MATRIX).filteredOn(Permission::hasRecord).allSatisfy(line -> {
            assertThat(line.example()).as(line.name()).contains("$");
            assertThat(line.unknown()).as(line.name()).isNotEqualTo("-");
        });
        assertThat(MATRIX)
                .filteredOn(line -> line.kind() != Kind.OPERATION && !line.isForNobody())
                .as("PermissionsIT asks for each page, file and service at the addresses of its line")
                .allSatisfy(line -> assertThat(line.addresses())
                        .as(line.name())
                        .isNotEmpty()
                        .allMatch(address -> address.replace("POST:", "").startsWith(fixedPart(line.name()))));
        assertThat(MATRIX)
                .filteredOn(line -> line.name().endsWith(".*"))
                .as("only what is for nobody may be summed up")
                .allMatch(Permission::isForNobody);
    }

    @Test
    void the_page_shows_the_matrix_as_it_is() throws IOException {
        assertThat(Files.readString(DOCS.resolve("permissions.md")))
                .as("docs/permissions.md is out of date; run, in the root of the repository: "
                        + PermissionMatrix.REGENERATE)
                .isEqualTo(PermissionMatrix.page(MATRIX));
    }

    private static boolean exists(Permission line) throws IOException {
        return switch (line.kind()) {
            case OPERATION -> operations().keySet().stream().anyMatch(line::covers);
            case PAGE -> pages().anyMatch(line.name()::equals);
            case RESOURCE -> resources().anyMatch(line.name()::equals);
        };
    }

    private static List<Permission> lines(Kind kind, String name) {
        return MATRIX.stream()
                .filter(line -> line.kind() == kind
                        && (kind == Kind.OPERATION
                                ? line.covers(name)
                                : line.name().equals(name)))
                .toList();
    }

    private static Map<String, JavaMethod> operations() {
        return CODE.stream()
                .filter(type -> Stream.of(Stateless.class, Stateful.class, Singleton.class)
                        .anyMatch(type::isAnnotatedWith))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .collect(Collectors.toMap(
                        method -> name(method.getOwner(), method.getName()),
                        method -> method,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String name(JavaClass type, String method) {
        return type.getName().replace("org.suyuan.", "") + "." + method;
    }

    private static Stream<String> pages() throws IOException {
        try (var files = Files.walk(PAGES)) {
            return files
                    .map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".xhtml") && !file.startsWith("/WEB-INF/"))
                    .map(file -> file.replace(".xhtml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> resources() {
        var servlets = CODE.stream()
                .filter(type -> type.isAnnotatedWith(WebServlet.class))
                .flatMap(type -> {
                    var servlet = type.getAnnotationOfType(WebServlet.class);
                    return Stream.of(servlet.value(), servlet.urlPatterns()).flatMap(Stream::of);
                });
        return Stream.of(servlets, services(), OF_THE_SERVER.stream()).flatMap(all -> all);
    }

    /** Jakarta REST: the method and the path, as {@code GET /api/notices/{id}}. */
    private static Stream<String> services() {
        var root = CODE.stream()
                .flatMap(type -> value(type, "jakarta.ws.rs.ApplicationPath").stream())
                .findFirst()
                .orElse("");
        return CODE.stream()
                .filter(type -> type.isAnnotatedWith("jakarta.ws.rs.Path"))
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> method.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType())
                        .filter(annotation -> annotation.getPackageName().equals("jakarta.ws.rs")
                                && HTTP_METHODS.contains(annotation.getSimpleName()))
                        .map(annotation -> annotation.getSimpleName() + " "
                                + ("/" + root + "/"
                                                + value(method.getOwner(), "jakarta.ws.rs.Path")
                                                        .orElse("") + "/"
                                                + value(method, "jakarta.ws.rs.Path")
                                                        .orElse(""))
                                        .replaceAll("/+", "/")
                                        .replaceAll("(.)/$", "$1")));
    }

    private static Optional<String> value(CanBeAnnotated bearer, String annotation) {
        return bearer.isAnnotatedWith(annotation)
                ? Optional.of(((com.tngtech.archunit.core.domain.properties.HasAnnotations<?>) bearer)
                        .getAnnotationOfType(annotation)
                        .get("value")
                        .map(String::valueOf)
                        .orElse(""))
                : Optional.empty();
    }

    private static String fixedPart(String name) {
        return name.substring(name.indexOf('/')).replaceAll("/\\*$|\\{.*", "").replace("/index", "/");
    }

    /** An address that the pattern or service answers. */
    private static String address(String name) {
        return name.substring(name.indexOf('/')).replaceAll("/\\*$", "/x").replaceAll("[{}]", "");
    }

    /** Roles by the pattern of web.xml that fits the address best, as the servlet specification counts. */
    private static Set<String> rolesOf(String address) {
        var constraints = children(webXml(), "security-constraint");
        return constraints.stream()
                .flatMap(constraint -> children(constraint, "url-pattern").stream()
                        .map(Element::getTextContent)
                        .filter(pattern -> fits(pattern, address))
                        .map(pattern -> Map.entry(pattern.length(), constraint)))
                .max(Comparator.comparingInt(Map.Entry::getKey))
                .map(best -> children(best.getValue(), "role-name").stream()
                        .map(Element::getTextContent)
                        .collect(Collectors.toSet()))
                .filter(roles -> !roles.isEmpty())
                .orElse(Set.of(PermissionMatrix.EVERYONE));
    }

    private static boolean fits(String pattern, String address) {
        return pattern.endsWith("/*")
                ? (address + "/").startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(address);
    }

    private static Element webXml() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(PAGES.resolve("WEB-INF/web.xml").toFile())
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> children(Element of, String name) {
        var found = of.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String proposal(String name, JavaMethod method) {
        var roles = annotation(method, RolesAllowed.class)
                .map(allowed -> String.join(" ", new TreeSet<>(roles(allowed))))
                .orElse("everyone or nobody");
        var within = roles.startsWith("e")
                ? "-"
                : annotation(method, Within.class).map(PermissionsTest::scope).orElse("self");
        return String.join("\t", "operation", name, roles, within, "-", "-", "-", "-");
    }

    /** Of the method, else of its bean. */
    private static Optional<JavaAnnotation<?>> annotation(JavaMethod method, Class<?> type) {
        if (method.isAnnotatedWith(type.getName())) {
            return Optional.of(method.getAnnotationOfType(type.getName()));
        }
        return method.getOwner().isAnnotatedWith(type.getName())
                ? Optional.of(method.getOwner().getAnnotationOfType(type.getName()))
                : Optional.empty();
    }

    private static Set<String> roles(JavaAnnotation<?> allowed) {
        return Set.of((String[]) allowed.get("value").orElseThrow());
    }

    private static String scope(JavaAnnotation<?> within) {
        var scope = (com.tngtech.archunit.core.domain.JavaEnumConstant)
                within.get("value").orElseThrow();
        return scope.name();
    }
}
