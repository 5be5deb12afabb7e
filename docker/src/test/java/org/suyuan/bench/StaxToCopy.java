package org.suyuan.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The least that one can do to bring declarations into the tables: StAX, then COPY, all in one transaction; nothing is
 * checked, nothing can be done twice. Reads names of files from standard input and says when each is loaded.
 */
final class StaxToCopy {

    private static final int CHUNK = 1_000;
    private static final String[] DECLARATION = {
        "entryId",
        "customMaster",
        "despPortCode",
        "iEDate",
        "cnsnTradeScc",
        "consigneeCname",
        "agentScc",
        "agentName",
        "consignorName"
    };
    private static final String[] GOODS = {
        "gName",
        "goodsSpec",
        "goodsBrand",
        "prodBatchNo",
        "produceDate",
        "prodQgp",
        "gQty",
        "gUnit",
        "cusOriginCountry",
        "engManEntCnm",
        "mnufctrRegNo"
    };

    private final CopyManager copy;
    private final StringBuilder declarations = new StringBuilder();
    private final StringBuilder goods = new StringBuilder();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> goodsTexts = new HashMap<>();
    private long id;

    private StaxToCopy(Connection connection) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** @param arguments the database's address and user */
    public static void main(String... arguments) throws Exception {
        try (var files = new Scanner(System.in, StandardCharsets.UTF_8)) {
            while (files.hasNextLine()) {
                load(Path.of(files.nextLine()), arguments[0], arguments[1]);
                System.out.println(Program.DONE);
            }
        }
    }

    private static void load(Path file, String url, String user) throws Exception {
        try (var connection = DriverManager.getConnection(url, user, "");
                var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            connection.setAutoCommit(false);
            var xml = XMLInputFactory.newInstance().createXMLStreamReader(bytes);
            new StaxToCopy(connection).load(xml);
            connection.commit();
        }
    }

    private void load(XMLStreamReader xml) throws XMLStreamException, SQLException, IOException {
        boolean inGoods = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    var name = xml.getLocalName();
                    switch (name) {
                        case "FTR301" -> id = 0;
                        case "head" -> skip(xml);
                        case "declaration" -> {
                            id++;
                            texts.clear();
                        }
                        case "goods" -> {
                            inGoods = true;
                            goodsTexts.clear();
                        }
                        default -> (inGoods ? goodsTexts : texts).put(name, xml.getElementText());
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    if ("goods".equals(xml.getLocalName())) {
                        inGoods = false;
                        addGoods();
                    } else if ("declaration".equals(xml.getLocalName())) {
                        addDeclaration();
                    }
                }
                default -> {}
            }
        }
        write();
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        while (!(xml.next() == XMLStreamReader.END_ELEMENT && "head".equals(xml.getLocalName()))) {
            xml.getEventType();
        }
    }

    private void addDeclaration() throws SQLException, IOException {
        declarations.append(id);
        for (var name : DECLARATION) {
            add(declarations, texts.get(name));
        }
        declarations.append("\tf\tnow\tnow\t1\n");
        if (id % CHUNK == 0) {
            write();
        }
    }

    private void addGoods() {
        goods.append(id);
        add(goods, goodsTexts.get("gNo"));
        add(goods, goodsTexts.get("codeTs") + goodsTexts.getOrDefault("ciqCode", ""));
        for (var name : GOODS) {
            add(goods, goodsTexts.get(name));
        }
        goods.append("\tf\n");
    }

    private static void add(StringBuilder row, String text) {
        row.append('\t');
        if (text == null) {
            row.append("\\N");
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> row.append("\\\\");
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                default -> row.append(c);
            }
        }
    }

    private void write() throws SQLException, IOException {
        write(
                declarations,
                "declaration (id, declaration_no, customs_district, entry_port, import_date, consignee_uscc,"
                        + " consignee_name, agent_uscc, agent_name, overseas_shipper, cancelled, message_time, received_at,"
                        + " revision)");
        write(
                goods,
                "goods_item (declaration_id, seq_no, goods_code, name, specification, brand, batch_nos,"
                        + " production_date, shelf_life_days, quantity, unit, origin_country, producer, producer_registration,"
                        + " removed)");
    }

    private void write(StringBuilder rows, String table) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        var copying = copy.copyIn("copy " + table + " from stdin");
        copying.writeToCopy(bytes, 0, bytes.length);
        copying.endCopy();
        rows.setLength(0);
    }
}
