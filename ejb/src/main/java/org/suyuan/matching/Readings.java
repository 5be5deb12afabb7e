package org.suyuan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suyuan.foodsafety.Notice;
import org.suyuan.foodsafety.NoticeSearch;
import org.suyuan.reference.CodeTable;
import org.suyuan.reference.CodeTables;
import org.suyuan.shared.BusinessTime;

/** Notices as they are compared, kept while many declarations are matched with the same ones. */
@ApplicationScoped
class Readings {

    private static final int MOST = 5_000;
    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

    @Inject
    private CodeTables codeTables;

    @Inject
    private BusinessTime time;

    private final Map<Long, NoticeTraits> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, NoticeTraits> eldest) {
            return size() > MOST;
        }
    };

    private Tariff tariff;
    private long readAt;

    /** @param revisions those of notices that are wanted, by their ids */
    synchronized Map<Long, NoticeTraits> of(Map<Long, Integer> revisions, NoticeSearch search) {
        var readings = new HashMap<Long, NoticeTraits>();
        var missing = new ArrayList<Long>();
        revisions.forEach((id, revision) -> {
            var reading = kept.get(id);
            if (reading == null || reading.revision() != revision) {
                missing.add(id);
            } else {
                readings.put(id, reading);
            }
        });
        if (!missing.isEmpty()) {
            search.notices(missing).forEach(notice -> readings.put(notice.id(), of(notice)));
        }
        return readings;
    }

    synchronized NoticeTraits of(Notice notice) {
        var reading = NoticeTraits.of(notice, tariff());
        kept.put(notice.id(), reading);
        return reading;
    }

    private Tariff tariff() {
        if (tariff == null || System.nanoTime() - readAt > FRESH_NANOS) {
            var names = new HashMap<String, List<String>>();
            for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                codeTables
                        .list(CodeTable.HS, time.today(), locale)
                        .forEach(code -> names.computeIfAbsent(code.code(), c -> new ArrayList<>())
                                .add(code.name()));
            }
            tariff = new Tariff(names);
            readAt = System.nanoTime();
        }
        return tariff;
    }
}
