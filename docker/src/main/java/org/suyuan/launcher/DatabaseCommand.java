package org.suyuan.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** A command of the portal on its database, without a server: {@code --verify-audit}, {@code --migrate}. */
enum DatabaseCommand {
    VERIFY_AUDIT("org.suyuan.audit.AuditVerification"),
    MIGRATE("org.suyuan.shared.DatabaseSchema");

    private static final Pattern NEEDED =
            Pattern.compile("ejb\\.jar|lib/(org\\.flywaydb|com\\.fasterxml\\.jackson).*\\.jar");

    private final String mainClass;

    DatabaseCommand(String mainClass) {
        this.mainClass = mainClass;
    }

    void run(Settings.Database database, String argument) throws Exception {
        var classes = new ArrayList<>(List.of(
                copy("h2.jar", resource("/MICRO-INF/runtime/h2.jar")),
                copy("postgresql.jar", resource("/MICRO-INF/lib/postgresql.jar"))));
        try (var application = new ZipInputStream(resource("/suyuan.ear"))) {
            for (var entry = application.getNextEntry(); entry != null; entry = application.getNextEntry()) {
                if (NEEDED.matcher(entry.getName()).matches()) {
                    classes.add(copy(entry.getName().replace('/', '-'), application));
                }
            }
        }
        try (var loader = new URLClassLoader(classes.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader); // where JDBC looks for drivers
            var existing = database.url().startsWith("jdbc:h2:") ? database.url() + ";IFEXISTS=TRUE" : database.url();
            var arguments = argument.isEmpty()
                    ? new String[] {existing, database.user(), database.password()}
                    : new String[] {existing, database.user(), database.password(), argument};
            loader.loadClass(mainClass).getMethod("main", String[].class).invoke(null, (Object) arguments);
        }
    }

    private static InputStream resource(String name) {
        return DatabaseCommand.class.getResourceAsStream(name);
    }

    private static URL copy(String name, InputStream content) throws IOException {
        Path file = Files.createTempFile("suyuan-", "-" + name);
        file.toFile().deleteOnExit();
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        return file.toUri().toURL();
    }
}
