package org.suyuan.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the command line and the environment ask of this server.
 *
 * @param home folder of the embedded database and of the exchange folders ({@code SUYUAN_HOME}, default {@code ./suyuan-data})
 * @param training demo accounts, training customs and test-data banner ({@code SUYUAN_TRAINING})
 * @param address address to listen on ({@code SUYUAN_ADDRESS}; in training mode loopback, since its passwords are public)
 * @param privatePort port on loopback for health and metrics ({@code SUYUAN_PRIVATE_PORT})
 * @param port HTTP port asked for by Micro's {@code --port}
 * @param tls listeners for https
 * @param cluster the other nodes, if there are any
 * @param generate fill the database with generated data and stop ({@code --generate declarations=N,reports=N,sales=N,seed=S})
 * @param verifyAudit verify the audit log and stop ({@code --verify-audit}); the seal that follows, or an empty text
 * @param migrate bring the tables of the database to this version and stop ({@code --migrate})
 * @param statutes hand the statutes in this folder to the portal and stop ({@code --statutes FOLDER})
 * @param controlled deploy what standard input names instead of the EAR in this jar (for tests)
 */
record Settings(
        Path home,
        boolean training,
        Optional<String> address,
        Optional<String> privatePort,
        int port,
        Tls tls,
        Cluster cluster,
        Database database,
        Optional<String> generate,
        Optional<String> verifyAudit,
        boolean migrate,
        Optional<Path> statutes,
        boolean controlled,
        List<String> options) {

    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.";

    /** Opens the listener of a node, once the portal can answer. */
    static final String OPEN = LISTENER + "enabled=true";

    record Database(String url, String user, String password) {

        String dataSourceClass() {
            return url.startsWith("jdbc:postgresql:")
                    ? "org.postgresql.ds.PGSimpleDataSource"
                    : "org.h2.jdbcx.JdbcDataSource";
        }
    }

    static Settings from(String[] arguments, Map<String, String> environment) {
        var options = new ArrayList<String>();
        var generate = Optional.<String>empty();
        var verifyAudit = Optional.<String>empty();
        var statutes = Optional.<Path>empty();
        var migrate = false;
        var controlled = false;
        var port = 8080;
        for (int i = 0; i < arguments.length; i++) {
            var next = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--generate" -> {
                    generate = Optional.of(next);
                    i++;
                }
                case "--verify-audit" -> {
                    verifyAudit = Optional.of(next);
                    i++;
                }
                case "--statutes" -> {
                    statutes = Optional.of(Path.of(next));
                    i++;
                }
                case "--migrate" -> migrate = true;
                case "--control" -> controlled = true;
                default -> {
                    if (arguments[i].equals("--port")) {
                        port = Integer.parseInt(next);
                    }
                    options.add(arguments[i]);
                }
            }
        }
        var home = Path.of(environment.getOrDefault("SUYUAN_HOME", "suyuan-data"))
                .toAbsolutePath()
                .normalize();
        var training = Boolean.parseBoolean(environment.get("SUYUAN_TRAINING"));
        var address = Optional.ofNullable(environment.get("SUYUAN_ADDRESS"))
                .or(() -> training ? Optional.of("127.0.0.1") : Optional.empty());
        // With H2's default write delay a killed server loses committed rows
        var embedded = "jdbc:h2:file:" + home.resolve("db/suyuan") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000";
        var database = new Database(
                environment.getOrDefault("SUYUAN_DB_URL", embedded),
                environment.getOrDefault("SUYUAN_DB_USER", "suyuan"),
                environment.getOrDefault("SUYUAN_DB_PASSWORD", "suyuan"));
        var privatePort = Optional.ofNullable(environment.get("SUYUAN_PRIVATE_PORT"));
        return new Settings(
                home,
                training,
                address,
                privatePort,
                port,
                Tls.from(environment),
                Cluster.from(environment),
                database,
                generate,
                verifyAudit,
                migrate,
                statutes,
                controlled,
                List.copyOf(options));
    }

    /** Options for Payara Micro: what the user gave, completed by what this portal needs. */
    List<String> microOptions(Path prebootCommands, Path logging) {
        var all = new ArrayList<>(options);
        if (!options.contains("--logproperties")) {
            all.addAll(List.of("--logproperties", logging.toString()));
        }
        all.addAll(List.of("--prebootcommandfile", prebootCommands.toString(), "--disablephonehome"));
        all.addAll(cluster.microOptions());
        if (!options.contains("--unpackdir")) {
            all.addAll(List.of("--unpackdir", runtime().toString()));
        }
        if (!clustered()) {
            all.add("--nohazelcast"); // a single node opens nothing but its HTTP port
        }
        if (generate.isPresent() && !options.contains("--port")) {
            all.add("--autobindhttp");
        }
        return all;
    }

    /** Commands that Payara runs before it starts: the data source, shared with the batch runtime, and the listener. */
    List<String> prebootCommands() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("url", database.url());
        properties.put("user", database.user());
        properties.put("password", database.password());
        var commands = new ArrayList<>(
                List.of(
                        "create-jdbc-connection-pool --restype=javax.sql.DataSource --datasourceclassname="
                                + database.dataSourceClass()
                                + " --steadypoolsize=2 --maxpoolsize=30 --isconnectvalidatereq=true"
                                + " --validationmethod=custom-validation"
                                + " --validationclassname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation"
                                + " --property="
                                + escaped(properties) + " SuyuanPool",
                        "create-jdbc-resource --connectionpoolid=SuyuanPool jdbc/suyuan",
                        "set configs.config.server-config.batch-runtime-configuration.data-source-lookup-name=jdbc/suyuan",
                        "set configs.config.server-config.ejb-container.ejb-timer-service.minimum-delivery-interval-in-millis=10"));
        commands.addAll(httpCommands("http-listener"));
        commands.addAll(tls.prebootCommands(address));
        address.ifPresent(value -> commands.add("set " + LISTENER + "address=" + value));
        if (clustered()) {
            commands.add("set " + LISTENER + "enabled=false"); // the proxy goes elsewhere until the portal is there
        }
        privatePort.ifPresent(value -> commands.add("create-network-listener --address=127.0.0.1 --listenerport="
                + value + " --protocol=http-listener --transport=tcp --threadpool=http-thread-pool private-listener"));
        if (!clustered()) { // sessions stay in memory: there is no data grid to keep them in
            commands.add("set configs.config.server-config.availability-service.availability-enabled=false");
        }
        return commands;
    }

    /** How each listener that people reach speaks HTTP. */
    static List<String> httpCommands(String protocol) {
        var http = "set configs.config.server-config.network-config.protocols.protocol." + protocol + ".http.";
        return List.of(
                http + "compression=on",
                http + "compressable-mime-type=text/html,text/xml,text/plain,text/css,text/javascript,"
                        + "application/javascript,image/svg+xml",
                http + "server-header=false",
                http + "xpowered-by=false",
                http + "cookie-same-site-enabled=true",
                http + "cookie-same-site-value=Lax");
    }

    /** Where the server unpacks itself, and its configuration of this run. */
    Path runtime() {
        return cluster.own(home).resolve("runtime");
    }

    Path logs() {
        return cluster.own(home).resolve("logs");
    }

    /** By our settings, or by Micro's own options, as with the data grid of a Payara Server. */
    boolean clustered() {
        return !cluster.members().isEmpty() || options.contains("--clustername") || options.contains("--clustermode");
    }

    private static String escaped(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue().replaceAll("([\\\\:=;])", "\\\\$1"))
                .collect(Collectors.joining(":"));
    }
}
