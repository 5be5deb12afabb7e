package org.suyuan.batch.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.LongStream;
import org.suyuan.batch.Duty;
import org.suyuan.batch.generator.SampleDeclarations;
import org.suyuan.declaration.DeclarationImport;
import org.suyuan.declaration.DeclarationRecord;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;
import org.suyuan.exchange.message.Ftr301;
import org.suyuan.exchange.message.Ftr301Writer;
import org.suyuan.exchange.message.MessageHead;
import org.suyuan.identity.Enterprise;
import org.suyuan.identity.TrainingAccounts;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Settings;

/**
 * What the training customs pushes to each demo importer that has no declaration yet: two dozen of them, some with goods
 * that it will fail or return the first time ({@link TrainingCustoms}), or recall ({@link TrainingRecalls}).
 */
@ApplicationScoped
public class TrainingDeclarations implements Duty {

    private static final int EACH = 24;
    private static final long SEED = 900;

    @Inject
    private DeclarationImport declarations;

    @Inject
    private ExchangeFolders folders;

    @Inject
    private Settings settings;

    @Inject
    private BusinessTime time;

    private boolean pushed;

    @Override
    public String name() {
        return "training-declarations";
    }

    @Override
    public void perform() throws IOException {
        if (settings.training() && !pushed) {
            var importers = TrainingAccounts.importers();
            for (int i = 0; i < importers.size(); i++) {
                push(importers.get(i), SEED + i);
            }
            pushed = true;
        }
    }

    private void push(Enterprise importer, long seed) throws IOException {
        var file = folders.folder(Ftr301.TYPE, Folder.INBOX).resolve("training-" + importer.uscc() + ".xml");
        if (!declarations.haveAny(importer.uscc()) && Files.notExists(file)) {
            var samples = new SampleDeclarations(seed, time.today(), List.of(importer));
            Ftr301Writer.write(
                    file,
                    new MessageHead("training-" + importer.uscc(), time.now()),
                    LongStream.range(0, EACH)
                            .mapToObj(i -> withOutcome(samples.declaration(i), i))
                            .iterator());
        }
    }

    private static DeclarationRecord withOutcome(DeclarationRecord declaration, long index) {
        return switch ((int) (index % 6)) {
            case 0 -> SampleDeclarations.withSuffix(declaration, TrainingRecalls.RECALLED);
            case 1 -> SampleDeclarations.withSuffix(declaration, TrainingCustoms.FAILS);
            case 4 -> SampleDeclarations.withSuffix(declaration, TrainingCustoms.RETURNED);
            default -> declaration;
        };
    }
}
