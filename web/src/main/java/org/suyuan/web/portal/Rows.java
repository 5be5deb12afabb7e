package org.suyuan.web.portal;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The hits of one search; keeps only the page it shows. */
public class Rows<T> extends LazyDataModel<T> {

    private static final long serialVersionUID = 1L;

    /** How many hits there are; any number above the most that are shown stands for more. */
    @FunctionalInterface
    public interface Count extends Serializable {
        int hits();
    }

    /** One page of the hits. */
    @FunctionalInterface
    public interface Page<T> extends Serializable {
        List<T> rows(int first, int size);
    }

    private final int most;
    private final Count count;
    private final Page<T> page;
    private boolean more;

    /** @param most hits that are shown at all */
    public Rows(int most, Count count, Page<T> page) {
        this.most = most;
        this.count = count;
        this.page = page;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        var hits = count.hits();
        more = hits > most;
        return Math.min(hits, most);
    }

    @Override
    public List<T> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
        return page.rows(first, size);
    }

    /** True when there are more hits than are shown: the user should refine. */
    public boolean isMore() {
        return more;
    }
}
