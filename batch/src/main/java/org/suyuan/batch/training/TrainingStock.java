package org.suyuan.batch.training;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.suyuan.shared.SocialCreditCode;

/** What the training customs knows of the goods of its demo importers. */
@Stateless
@PermitAll
public class TrainingStock {

    /** A declared goods item; the producer may be null. */
    public record Item(
            String declarationNo,
            int seqNo,
            String name,
            String batchNos,
            String goodsCode,
            String originCountry,
            String producer) {}

    private static final String OLDEST = """
            select d.declaration_no, g.seq_no, g.name, g.batch_nos, g.goods_code, g.origin_country, g.producer
            from declaration d
            join goods_item g on g.declaration_id = d.id
            where d.consignee_uscc = ? and g.seq_no = 2 and g.name not like ? order by d.id
            """;

    private static final String STORED_NOT_RECALLED = """
            select distinct r.declaration_no, r.goods_seq_no, r.food_name, r.batch_no, g.goods_code, g.origin_country,
                g.producer
            from trace_report r
            join enterprise e on e.id = r.enterprise_id
            join declaration d on d.declaration_no = r.declaration_no
            join goods_item g on g.declaration_id = d.id and g.seq_no = r.goods_seq_no
            where e.uscc = ? and r.status = 'CUSTOMS_STORED' and r.food_name like ?
            and not exists (select 1 from recall_task t
                where t.declaration_no = r.declaration_no and t.goods_seq_no = r.goods_seq_no)
            """;

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    /** Second items of its oldest declarations. */
    public List<Item> oldest(SocialCreditCode importer, int most) {
        return items(OLDEST + " fetch first " + most + " rows only", importer, "%（训练：%");
    }

    /** Goods whose name ends so and of which a report is 海关入库成功, as long as no recall names them. */
    public List<Item> storedNotRecalled(SocialCreditCode importer, String ending) {
        return items(STORED_NOT_RECALLED, importer, "%" + ending);
    }

    public boolean hasRecalls(SocialCreditCode importer) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select 1 from recall_task where importer_uscc = ? fetch first row only")) {
            query.setString(1, importer.value());
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Recalls cannot be read", e);
        }
    }

    private List<Item> items(String sql, SocialCreditCode importer, String name) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, importer.value());
            query.setString(2, name);
            var items = new ArrayList<Item>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    items.add(new Item(
                            rows.getString(1),
                            rows.getInt(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7)));
                }
            }
            return items;
        } catch (SQLException e) {
            throw new IllegalStateException("Goods items cannot be read", e);
        }
    }
}
