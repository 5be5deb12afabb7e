package org.suyuan.batch.generator;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.suyuan.declaration.DeclarationImport;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.DatabaseMigration;

/**
 * {@code --generate}: fills the database with sample data while the application starts; the launcher then stops the
 * server. Running it again with another seed adds to what is there.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Generation {

    private static final int RECORDS_AT_ONCE = 1_000;
    private static final int SAY_EVERY = 100_000;

    /** {@code suyuan.generate}: set by the launcher's {@code --generate}. */
    @Inject
    @ConfigProperty(name = "suyuan.generate")
    private Optional<String> generate;

    @Inject
    private DatabaseMigration migration;

    @Inject
    private SampleEnterprises enterprises;

    @Inject
    private DeclarationImport declarations;

    @Inject
    private SampleReports reports;

    @Inject
    private BusinessTime time;

    @PostConstruct
    void generate() {
        if (generate.isPresent() && migration.done()) {
            try {
                var order = GenerationOrder.parse(generate.get());
                makeDeclarations(order);
                makeReports(order);
            } catch (RuntimeException e) {
                System.err.println("Nothing more was generated: " + e.getMessage());
                throw e;
            }
        }
    }

    private void makeDeclarations(GenerationOrder order) {
        var samples = new SampleDeclarations(order.seed(), time.today(), enterprises.importers());
        var now = time.now();
        for (long first = 0; first < order.declarations(); first += RECORDS_AT_ONCE) {
            long end = Math.min(first + RECORDS_AT_ONCE, order.declarations());
            declarations.store(
                    LongStream.range(first, end).mapToObj(samples::declaration).toList(), now);
            if (end % SAY_EVERY == 0 || end == order.declarations()) {
                System.out.println("declarations: " + end);
            }
        }
    }

    private void makeReports(GenerationOrder order) {
        if (order.reports() == 0) {
            return;
        }
        long items = reports.freeItems();
        if (items == 0) {
            throw new IllegalArgumentException("reports need goods items without any: ask for declarations too");
        }
        int reportsPerItem = Math.toIntExact((order.reports() + items - 1) / items);
        long item = 0;
        long madeReports = 0;
        long madeSales = 0;
        while (madeReports < order.reports()) {
            var made = reports.makeSome(
                    item,
                    new SampleReports.Order(order.reports() - madeReports, order.sales() - madeSales, reportsPerItem));
            item = made.lastItem();
            madeReports += made.reports();
            madeSales += made.sales();
            if (madeReports % SAY_EVERY < made.reports() || madeReports == order.reports()) {
                System.out.println("reports: " + madeReports + ", sales: " + madeSales);
            }
        }
    }
}
