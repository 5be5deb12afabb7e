package org.suyuan.bench.springbatch;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import javax.sql.DataSource;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.configuration.support.DefaultBatchConfiguration;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.Chunk;
import org.springframework.batch.item.ItemWriter;
import org.springframework.batch.item.database.ItemPreparedStatementSetter;
import org.springframework.batch.item.database.JdbcBatchItemWriter;
import org.springframework.batch.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.item.support.CompositeItemWriter;
import org.springframework.batch.item.xml.StaxEventItemReader;
import org.springframework.batch.item.xml.builder.StaxEventItemReaderBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.oxm.jaxb.Jaxb2Marshaller;
import org.springframework.transaction.PlatformTransactionManager;
import org.suyuan.bench.springbatch.DeclarationElement.GoodsElement;
import org.suyuan.bench.springbatch.DeclarationElement.Line;

/**
 * Reads with the StAX reader and JAXB, writes with batches that insert or update; can be restarted, checks nothing. Reads
 * names of files from standard input and says how each job ended.
 */
public final class SpringBatchImport {

    private static final int CHUNK = 1_000;

    private static final String DECLARATIONS = """
        insert into declaration as t (declaration_no, customs_district, entry_port, import_date, consignee_uscc,
            consignee_name, agent_uscc, agent_name, overseas_shipper, cancelled, message_time, received_at, revision)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (declaration_no) do update set customs_district = excluded.customs_district,
            entry_port = excluded.entry_port, import_date = excluded.import_date,
            consignee_uscc = excluded.consignee_uscc, consignee_name = excluded.consignee_name,
            agent_uscc = excluded.agent_uscc, agent_name = excluded.agent_name,
            overseas_shipper = excluded.overseas_shipper, cancelled = excluded.cancelled,
            message_time = excluded.message_time, received_at = excluded.received_at, revision = t.revision + 1
        """;

    private static final String GOODS = """
        insert into goods_item (declaration_id, seq_no, goods_code, name, specification, brand, batch_nos,
            production_date, shelf_life_days, quantity, unit, origin_country, producer, producer_registration, removed)
        values ((select id from declaration where declaration_no = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (declaration_id, seq_no) do update set goods_code = excluded.goods_code, name = excluded.name,
            specification = excluded.specification, brand = excluded.brand, batch_nos = excluded.batch_nos,
            production_date = excluded.production_date, shelf_life_days = excluded.shelf_life_days,
            quantity = excluded.quantity, unit = excluded.unit, origin_country = excluded.origin_country,
            producer = excluded.producer, producer_registration = excluded.producer_registration,
            removed = excluded.removed
        """;

    private final DataSource database;
    private final PlatformTransactionManager transactions;
    private final JobRepository repository;
    private final JobLauncher launcher;
    private final Jaxb2Marshaller jaxb = new Jaxb2Marshaller();

    private SpringBatchImport(AnnotationConfigApplicationContext context) throws Exception {
        database = context.getBean(DataSource.class);
        transactions = context.getBean(PlatformTransactionManager.class);
        repository = context.getBean(JobRepository.class);
        launcher = context.getBean(JobLauncher.class);
        jaxb.setClassesToBeBound(DeclarationElement.class);
        jaxb.afterPropertiesSet();
    }

    /** The job repository and what runs jobs, as Spring Batch sets them up. */
    @Configuration
    static class Batch extends DefaultBatchConfiguration {}

    /** @param arguments the database's address and user */
    public static void main(String... arguments) throws Exception {
        try (var pool = new HikariDataSource();
                var context = new AnnotationConfigApplicationContext();
                var files = new Scanner(System.in, StandardCharsets.UTF_8)) {
            pool.setJdbcUrl(arguments[0]);
            pool.setUsername(arguments[1]);
            DatabasePopulatorUtils.execute(
                    new ResourceDatabasePopulator(
                            new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql")),
                    pool);
            context.registerBean("dataSource", DataSource.class, () -> pool);
            context.registerBean(
                    "transactionManager", PlatformTransactionManager.class, () -> new JdbcTransactionManager(pool));
            context.register(Batch.class);
            context.refresh();
            var batch = new SpringBatchImport(context);
            while (files.hasNextLine()) {
                System.out.println(batch.run(files.nextLine()));
            }
        }
    }

    private String run(String file) throws Exception {
        var step = new StepBuilder("declarations", repository)
                .<DeclarationElement, DeclarationElement>chunk(CHUNK, transactions)
                .reader(reader(file))
                .writer(writer())
                .build();
        var job = new JobBuilder("import", repository).start(step).build();
        var parameters = new JobParametersBuilder()
                .addString("file", file)
                .addLong("time", System.nanoTime())
                .toJobParameters();
        var exit = launcher.run(job, parameters).getExitStatus();
        return exit.equals(ExitStatus.COMPLETED) ? "DONE" : exit.toString();
    }

    private StaxEventItemReader<DeclarationElement> reader(String file) {
        return new StaxEventItemReaderBuilder<DeclarationElement>()
                .name("declarations")
                .resource(new FileSystemResource(file))
                .addFragmentRootElements("{urn:suyuan:ftr:1}declaration")
                .unmarshaller(jaxb)
                .build();
    }

    private CompositeItemWriter<DeclarationElement> writer() {
        var declarations =
                batch(DECLARATIONS, (DeclarationElement declaration, PreparedStatement row) -> set(declaration, row));
        var goods = batch(GOODS, (Line line, PreparedStatement row) -> set(line.entryId(), line.goods(), row));
        ItemWriter<DeclarationElement> lines = chunk -> {
            var all = new ArrayList<Line>();
            chunk.forEach(
                    declaration -> declaration.goods.forEach(line -> all.add(new Line(declaration.entryId, line))));
            goods.write(new Chunk<>(all));
        };
        return new CompositeItemWriter<>(List.of(declarations, lines));
    }

    private <T> JdbcBatchItemWriter<T> batch(String sql, ItemPreparedStatementSetter<T> setter) {
        return new JdbcBatchItemWriterBuilder<T>()
                .dataSource(database)
                .sql(sql)
                .itemPreparedStatementSetter(setter)
                .build();
    }

    private static void set(DeclarationElement from, PreparedStatement row) throws SQLException {
        var now = new Timestamp(System.currentTimeMillis());
        row.setString(1, from.entryId);
        row.setString(2, from.customMaster);
        row.setString(3, from.despPortCode);
        row.setDate(4, Date.valueOf(from.importDate));
        row.setString(5, from.cnsnTradeScc);
        row.setString(6, from.consigneeCname);
        row.setString(7, from.agentScc);
        row.setString(8, from.agentName);
        row.setString(9, from.consignorName);
        row.setBoolean(10, false);
        row.setTimestamp(11, now);
        row.setTimestamp(12, now);
        row.setInt(13, 1);
    }

    private static void set(String entryId, GoodsElement from, PreparedStatement row) throws SQLException {
        row.setString(1, entryId);
        row.setInt(2, from.number);
        row.setString(3, from.codeTs + (from.ciqCode == null ? "" : from.ciqCode));
        row.setString(4, from.name);
        row.setString(5, from.goodsSpec);
        row.setString(6, from.goodsBrand);
        row.setString(7, from.prodBatchNo);
        row.setDate(8, from.produceDate == null ? null : Date.valueOf(from.produceDate));
        row.setObject(9, from.prodQgp);
        row.setBigDecimal(10, from.quantity);
        row.setString(11, from.unit);
        row.setString(12, from.cusOriginCountry);
        row.setString(13, from.engManEntCnm);
        row.setString(14, from.mnufctrRegNo);
        row.setBoolean(15, false);
    }
}
