package org.suyuan.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.suyuan.testing.Customs;
import org.suyuan.testing.DeclarationFile;
import org.suyuan.testing.Portal;

/** Files with declarations on their way through a portal, and what came of them. */
record Imports(Portal portal) {

    private static final String TYPE = "FTR301";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern CELL = Pattern.compile("\"([^\"]*(?:\"\"[^\"]*)*)\"|([^,\"]+)");

    DeclarationFile begin(String name, OffsetDateTime messageTime) {
        return DeclarationFile.create(portal.exchange(TYPE, "inbox").resolve(name), messageTime);
    }

    /** Waits until the portal is done with the file; its entry in the book of inbound files. */
    Map<String, Object> finished(String name) {
        await(name + " finished")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> portal.count(
                                "select count(*) from inbound_file where file_name = ? and finished_at is not null",
                                name)
                        == 1);
        assertThat(portal.files(TYPE, "inbox")).doesNotContain(name);
        return portal.rows("select * from inbound_file where file_name = ?", name)
                .get(0);
    }

    Map<String, Object> archived(String name) {
        var file = finished(name);
        assertThat(portal.files(TYPE, "archive")).contains(name);
        return file;
    }

    /** What the file beside the one in quarantine says. */
    String reasonOfQuarantine(String name) {
        assertThat(finished(name)).containsEntry("state", "QUARANTINED");
        assertThat(portal.files(TYPE, "archive")).doesNotContain(name);
        assertThat(portal.files(TYPE, "quarantine")).contains(name);
        return read("quarantine", name + ".reason.txt");
    }

    /** The cells of the list of rejected records. */
    List<List<String>> rejects(String name) {
        return read("archive", name + ".rejects.csv")
                .lines()
                .map(line -> {
                    var cells = new ArrayList<String>();
                    var cell = CELL.matcher(line);
                    while (cell.find()) {
                        cells.add(
                                cell.group(1) == null
                                        ? cell.group(2)
                                        : cell.group(1).replace("\"\"", "\""));
                    }
                    return List.copyOf(cells);
                })
                .toList();
    }

    private String read(String folder, String name) {
        try {
            return Files.readString(portal.exchange(TYPE, folder).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long declarations(int block) {
        return portal.count("select count(*) from declaration where declaration_no like ?", Records.pattern(block));
    }

    long goods(int block) {
        return portal.count(
                "select count(*) from goods_item g join declaration d on d.id = g.declaration_id"
                        + " where d.declaration_no like ?",
                Records.pattern(block));
    }

    /** How many of {@link Records#full} were stored once and to the letter. */
    long intactDeclarations(int block) {
        return portal.count(
                "select count(*) from declaration where declaration_no like ? and consignee_uscc = ?"
                        + " and consignee_name = ? and agent_uscc = ? and agent_name = ? and overseas_shipper = ?"
                        + " and not cancelled and revision = 1",
                Records.pattern(block),
                Customs.IMPORTER1,
                Records.CONSIGNEE,
                Customs.IMPORTER2,
                Records.AGENT,
                Records.SHIPPER);
    }

    long intactGoods(int block) {
        return portal.count(
                "select count(*) from goods_item g join declaration d on d.id = g.declaration_id"
                        + " where d.declaration_no like ? and g.name = replace(?, '#', d.declaration_no)"
                        + " and g.specification = ? and g.brand = ? and g.batch_nos = ? and g.producer = ?"
                        + " and g.producer_registration = ? and not g.removed",
                Records.pattern(block),
                Records.foodName("#"),
                Records.SPECIFICATION,
                Records.BRAND,
                Records.BATCHES,
                Records.PRODUCER,
                Records.REGISTRATION);
    }

    /** All that customs said about the declarations of a block, without when it said so. */
    List<Map<String, Object>> contents(int block) {
        return portal.rows(
                "select d.id, d.declaration_no, d.customs_district, d.entry_port, d.import_date, d.consignee_uscc,"
                        + " d.consignee_name, d.agent_uscc, d.agent_name, d.overseas_shipper, d.cancelled,"
                        + " g.id as goods_id, g.seq_no, g.goods_code, g.name, g.specification, g.brand, g.batch_nos,"
                        + " g.production_date, g.shelf_life_days, g.quantity, g.unit, g.origin_country, g.producer,"
                        + " g.producer_registration, g.removed"
                        + " from goods_item g join declaration d on d.id = g.declaration_id"
                        + " where d.declaration_no like ? order by g.id",
                Records.pattern(block));
    }

    /** The lines of a declaration, as {@code 1 冻带鱼 10}; those that an amendment left out with a minus. */
    List<String> lines(String declarationNo) {
        return portal
                .rows(
                        "select g.removed, g.seq_no, g.name, cast(g.quantity as integer) as quantity from goods_item g"
                                + " join declaration d on d.id = g.declaration_id where d.declaration_no = ?"
                                + " order by g.seq_no",
                        declarationNo)
                .stream()
                .map(row -> (row.get("removed").equals(true) ? "-" : "") + row.get("seq_no") + " " + row.get("name")
                        + " " + row.get("quantity"))
                .toList();
    }

    boolean isCancelled(String declarationNo) {
        return (boolean) portal.query("select cancelled from declaration where declaration_no = ?", declarationNo);
    }
}
