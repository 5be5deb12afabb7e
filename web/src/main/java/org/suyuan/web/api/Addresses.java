package org.suyuan.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.Notice;
import org.suyuan.foodsafety.NoticeHits;
import org.suyuan.foodsafety.NoticeSearch;
import org.suyuan.shared.Settings;
import org.suyuan.web.info.NoticeRequest;

/** The addresses that answers name: always those under which the public reaches this portal. */
@ApplicationScoped
class Addresses {

    private static final String DATA = "/api/v1/food-safety/";

    @Inject
    private Settings settings;

    /** The page of a notice, for people. */
    String page(Notice notice) {
        return settings.baseUrl() + "/public/info/" + notice.category().path() + "/" + notice.id();
    }

    String data(Notice notice) {
        return settings.baseUrl() + DATA + notice.category().path() + "/" + notice.id();
    }

    String file(Notice notice, int number) {
        return settings.baseUrl() + "/info-files/" + notice.category().path() + "/" + notice.id() + "/" + number;
    }

    /** The page of a list, for people. */
    String tab(InfoCategory category, String query) {
        return settings.baseUrl() + "/public/info/" + category.path() + query;
    }

    /**
     * This list, and the ones before and after it.
     *
     * @param form what follows the category: {@code /atom}, or nothing for JSON
     */
    Map<String, String> others(NoticeRequest wanted, String form, NoticeHits hits, int page, int size) {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("self", list(wanted, form, page, size));
        if (page > 1) {
            addresses.put("previous", list(wanted, form, page - 1, size));
        }
        if (hits.count() > (long) page * size && (page + 1) * size <= NoticeSearch.MOST_HITS) {
            addresses.put("next", list(wanted, form, page + 1, size));
        }
        return addresses;
    }

    private String list(NoticeRequest wanted, String form, int page, int size) {
        var part =
                new LinkedHashMap<String, String>(); // in an order that stays, since the tag of an answer depends on it
        part.put(NoticeRequest.PAGE, String.valueOf(page));
        part.put(NoticeRequest.SIZE, String.valueOf(size));
        return settings.baseUrl() + DATA + wanted.category().path() + form + wanted.with(part);
    }
}
