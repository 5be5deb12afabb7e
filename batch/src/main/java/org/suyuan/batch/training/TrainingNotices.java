package org.suyuan.batch.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.suyuan.batch.Duty;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.NoticeSearch;
import org.suyuan.shared.Settings;

/**
 * The food-safety information that the training customs pushes: two dozen notices of each category that has none. Laws and
 * standards bear true titles and numbers, alerts and refused entries are made up.
 */
@ApplicationScoped
public class TrainingNotices implements Duty {

    @Inject
    private NoticeSearch notices;

    @Inject
    private ExchangeFolders folders;

    @Inject
    private Settings settings;

    private boolean pushed;

    @Override
    public String name() {
        return "training-notices";
    }

    @Override
    public void perform() throws IOException {
        if (settings.training() && !pushed) {
            for (var category : InfoCategory.values()) {
                push(category);
            }
            pushed = true;
        }
    }

    private void push(InfoCategory category) throws IOException {
        var type = category.messageType();
        var file = folders.folder(type, Folder.INBOX).resolve("training.xml");
        if (notices.asOf(category).isEmpty() && Files.notExists(file)) {
            var unfinished = file.resolveSibling("training.xml.tmp");
            try (var sample = TrainingNotices.class.getResourceAsStream("/training/" + type + ".xml")) {
                Files.copy(sample, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
