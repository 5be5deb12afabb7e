package org.suyuan.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipInputStream;

/** {@code --verify-audit}: runs the portal's own verification of the audit log on its database, without a server. */
final class AuditCheck {

    private AuditCheck() {}

    static void run(Settings.Database database, String notedSeal) throws Exception {
        var classes = new URL[] {
            copy("h2.jar", resource("/MICRO-INF/runtime/h2.jar")),
            copy("postgresql.jar", resource("/MICRO-INF/lib/postgresql.jar")),
            copy("ejb.jar", entry(resource("/suyuan.ear"), "ejb.jar"))
        };
        try (var loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader); // where JDBC looks for drivers
            var existing = database.url().startsWith("jdbc:h2:") ? database.url() + ";IFEXISTS=TRUE" : database.url();
            var arguments = notedSeal.isEmpty()
                    ? new String[] {existing, database.user(), database.password()}
                    : new String[] {existing, database.user(), database.password(), notedSeal};
            loader.loadClass("org.suyuan.audit.AuditVerification")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        }
    }

    private static InputStream resource(String name) {
        return AuditCheck.class.getResourceAsStream(name);
    }

    private static InputStream entry(InputStream archive, String name) throws IOException {
        var entries = new ZipInputStream(archive);
        for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return entries;
            }
        }
        throw new IOException("No " + name + " in the application");
    }

    private static URL copy(String name, InputStream content) throws IOException {
        Path file = Files.createTempFile("suyuan-", "-" + name);
        file.toFile().deleteOnExit();
        try (content) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file.toUri().toURL();
    }
}
