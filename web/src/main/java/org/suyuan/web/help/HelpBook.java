package org.suyuan.web.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The user manual of this portal (操作手册), in the order of the official one. Each page is a file per language below
 * {@code /WEB-INF/help}; the contents are read from their headings.
 */
@ApplicationScoped
public class HelpBook {

    private static final List<String> ORDER = List.of(
            "about",
            "entry",
            "workspace",
            "signing-in",
            "preparation",
            "food-safety",
            "filing",
            "search",
            "recall",
            "matching",
            "agents",
            "regulators",
            "scan",
            "open-data");

    @Inject
    private ServletContext files;

    private final Map<String, List<HelpPage>> pages = new ConcurrentHashMap<>();

    List<HelpPage> in(String language) {
        return pages.computeIfAbsent(
                language, l -> ORDER.stream().map(name -> read(l, name)).toList());
    }

    static String file(String language, String name) {
        return "/WEB-INF/help/" + language + "/" + name + ".xhtml";
    }

    private HelpPage read(String language, String name) {
        try (var file = files.getResourceAsStream(file(language, name))) {
            if (file == null) {
                throw new FileNotFoundException(file(language, name));
            }
            return HelpPage.of(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
