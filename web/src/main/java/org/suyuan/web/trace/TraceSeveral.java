package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.omnifaces.cdi.Param;
import org.omnifaces.cdi.ViewScoped;
import org.primefaces.PrimeFaces;
import org.suyuan.shared.DeclarationNumber;
import org.suyuan.trace.TraceCriteria;
import org.suyuan.trace.TraceFiling;
import org.suyuan.trace.TraceQueries;
import org.suyuan.trace.TraceRow;
import org.suyuan.trace.TraceStatus;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Answers.Fault;

/**
 * 批量填报: many food items of one declaration side by side, one report each (F4). Every act treats each item for itself,
 * in a transaction of its own: what is in order is done, the rest stays and says why. 提交 saves drafts before it asks,
 * so that whatever breaks off afterwards finds each report under its number again and files none twice.
 */
@Named
@ViewScoped
public class TraceSeveral implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String DECLARATION_NO = "several:declarationNo";
    private static final Pattern SALE = Pattern.compile("sales\\[(\\d+)]\\.?(.*)");

    @Inject
    private TraceFiling filing;

    @Inject
    private TraceQueries reports;

    @Inject
    private DeclarationLookup lookup;

    @Inject
    private ReportCheck check;

    @Inject
    private SameBuyer sameBuyer;

    @Inject
    private Answers answers;

    @Inject
    @Param(name = "declaration")
    private String wanted;

    private String declarationNo;
    private List<SeveralItem> items = List.of();
    private List<SeveralItem> ready = List.of();
    private boolean allTicked;

    /** Starts with the declaration that the address names. */
    public void openWanted() {
        if (wanted != null) {
            setDeclarationNo(wanted);
            lookUp();
        }
    }

    public void checkShape() {
        lookup.checkShape(declarationNo, DECLARATION_NO);
    }

    /** Items without a report come first; drafts are ticked, since they wait to be finished. */
    public void lookUp() {
        var food = lookup.find(declarationNo, DECLARATION_NO);
        if (food.isEmpty()) {
            return;
        }
        var filed = filed();
        items = food.stream()
                .map(goods -> item(goods, newest(filed, goods.seqNo())))
                .sorted(Comparator.comparing(item -> item.getLatest() != null))
                .toList();
        sameBuyer.importedOn(food.get(0).importDate());
        PrimeFaces.current().executeScript("suyuan.focusSoon('several:buyerName')");
    }

    private SeveralItem item(Goods goods, Optional<TraceRow> newest) {
        var begun = newest.filter(row -> row.status().isEditable()).flatMap(row -> reports.detail(row.unifiedNo()));
        var entry = begun.map(detail -> new ReportEntry(detail, goods)).orElseGet(ReportEntry::new);
        if (begun.isEmpty()) {
            entry.pick(goods);
        }
        var item = new SeveralItem(entry, newest.orElse(null));
        item.setTicked(newest.filter(row -> row.status() == TraceStatus.DRAFT).isPresent());
        return item;
    }

    private List<TraceRow> filed() {
        var criteria = new TraceCriteria();
        criteria.setDeclarationNo(declarationNo);
        return reports.page(criteria, 0, TraceQueries.MOST_HITS);
    }

    /** The report on the item that is still to be finished, or else the one that was begun last. */
    private static Optional<TraceRow> newest(List<TraceRow> filed, int seqNo) {
        return filed.stream()
                .filter(row -> row.goodsSeqNo() == seqNo)
                .min(Comparator.comparing(row -> !row.status().isEditable()));
    }

    /** 全选 */
    public void tickAll() {
        items.stream().filter(SeveralItem::isTickable).forEach(item -> item.setTicked(allTicked));
    }

    /** On leaving the quantity of an item. */
    public void checkQuantity(SeveralItem item) {
        placed(item, faults(item)).stream()
                .filter(fault -> fault.property().endsWith(":quantity"))
                .filter(fault -> item.joins() || item.isQuantityShapeless())
                .forEach(fault -> answers.tell(fault.property(), fault.text()));
    }

    public synchronized void saveDraft() {
        if (begun()) {
            var saved = each(ticked(), "traceText.severalSaved", this::save);
            told("traceText.severalSavedAll", saved.size());
            kept();
        }
        shown();
    }

    /** Asks once before it files all that is in order, with the totals in front of the filer (T32). */
    public synchronized void askToSubmit() {
        if (begun()) {
            ready = each(ticked(), "traceText.severalSaved", item -> {
                var faults = faults(item);
                return faults.isEmpty() ? save(item) : faults;
            });
            told(null, 0);
            kept();
        }
        if (ready.isEmpty()) {
            shown();
        } else {
            PrimeFaces.current().executeScript("PF('submitDialog').show()");
        }
    }

    public synchronized void submit() {
        var chosen = ready;
        ready = List.of();
        if (!chosen.isEmpty()) {
            var filed = each(
                    chosen,
                    "traceText.severalSubmitted",
                    item -> answers.refusals(() -> filing.submit(item.getEntry().getForm())));
            filed.forEach(SeveralItem::renew);
            told("traceText.severalSubmittedAll", filed.size());
            kept();
            shown();
        }
    }

    /** 校验: says everything that keeps the items from being submitted, with the way to each field (F21). */
    public void checkAll() {
        if (begun()) {
            var fine = each(ticked(), null, this::faults);
            told("traceText.severalCheckedFine", faulty() == 0 ? fine.size() : 0);
        }
        shown();
    }

    /** Puts the buyer of all into the reports, and says what is wrong with him. */
    private boolean begun() {
        ready = List.of();
        items.forEach(item -> item.setOutcome(null));
        if (items.isEmpty()) {
            answers.refuseAt(DECLARATION_NO, "traceText.severalNoDeclaration");
        } else if (ticked().isEmpty()) {
            answers.refuseAt("several:all", "traceText.severalNoneTicked");
        }
        ticked().forEach(item -> item.sellTo(sameBuyer.getLine()));
        if (ticked().stream().anyMatch(SeveralItem::joins)) {
            sameBuyer.faults().forEach(fault -> answers.pointTo(SameBuyer.field(fault.property()), fault.text()));
        }
        return !ticked().isEmpty();
    }

    private List<SeveralItem> ticked() {
        return items.stream().filter(SeveralItem::isTicked).toList();
    }

    /**
     * @param done what to say of those that are in order, or null
     * @return those with which the act found no fault
     */
    private List<SeveralItem> each(List<SeveralItem> chosen, String done, Function<SeveralItem, List<Fault>> act) {
        var fine = new ArrayList<SeveralItem>();
        for (var item : chosen) {
            var faults = act.apply(item);
            if (done != null || !faults.isEmpty()) {
                item.setOutcome(new SeveralItem.Outcome(
                        item.getEntry().getForm().getUnifiedNo(),
                        faults.isEmpty() ? answers.text(done) : null,
                        placed(item, faults)));
            }
            if (faults.isEmpty()) {
                fine.add(item);
            }
        }
        return fine;
    }

    private List<Fault> faults(SeveralItem item) {
        var faults = new ArrayList<>(shapeFaults(item));
        check.faults(item.getEntry()).stream()
                .filter(fault -> faults.isEmpty() || !"sales".equals(fault.property()))
                .forEach(faults::add);
        return faults;
    }

    private List<Fault> shapeFaults(SeveralItem item) {
        return item.isQuantityShapeless()
                ? List.of(new Fault(
                        "sales", answers.text("portalText.quantityShape", answers.text("traceText.soldQuantity"))))
                : List.of();
    }

    private List<Fault> save(SeveralItem item) {
        var faults = new ArrayList<>(shapeFaults(item));
        faults.addAll(check.batchFaults(item.getEntry()));
        return faults.isEmpty()
                ? answers.refusals(() ->
                        item.getEntry().keep(filing.saveDraft(item.getEntry().getForm())))
                : faults;
    }

    private void told(String whenFine, int fine) {
        if (fine > 0) {
            answers.info(whenFine, fine);
        }
        if (faulty() > 0) {
            answers.refuse(null, "traceText.severalFaulty", faulty());
        }
    }

    private long faulty() {
        return getTreated().stream()
                .filter(item -> item.getOutcome().text() == null)
                .count();
    }

    /** Shows how everything stands; when nothing that was entered could be lost any more, the page may be left. */
    private void kept() {
        refresh();
        if (faulty() == 0) {
            PrimeFaces.current().executeScript("suyuan.saved('?declaration=%1$s', '%1$s')".formatted(declarationNo));
        }
    }

    private static void shown() {
        PrimeFaces.current().executeScript("suyuan.outcome()");
    }

    /** What is left of each item, and how its reports stand by now. */
    private void refresh() {
        var filed = filed();
        var food = lookup.declaredNow(new DeclarationNumber(declarationNo));
        for (var item : items) {
            var goods = food.stream()
                    .filter(declared -> declared.seqNo() == item.getGoods().seqNo())
                    .findFirst();
            item.see(
                    goods.orElse(item.getGoods()),
                    newest(filed, item.getGoods().seqNo()).orElse(null));
        }
    }

    /** The faults with the client ids of their fields; what is wrong with the buyer of all stands at the top already. */
    private List<Fault> placed(SeveralItem item, List<Fault> faults) {
        var row = "several:items:" + items.indexOf(item) + ":";
        var placed = new ArrayList<Fault>();
        for (var fault : faults) {
            var sale = SALE.matcher(String.valueOf(fault.property()));
            if ("batchNos".equals(fault.property())) {
                placed.add(new Fault(row + "batches", fault.text()));
            } else if (!sale.matches()) {
                placed.add(new Fault(row + "quantity", fault.text()));
            } else if (!item.joins() || !sale.group(1).equals("0")) {
                var other = Integer.parseInt(sale.group(1)) - (item.joins() ? 1 : 0);
                placed.add(new Fault(row + "others:" + other + ":change", fault.text()));
            } else if (sale.group(2).equals("soldQuantity")) {
                placed.add(new Fault(row + "quantity", fault.text()));
            } else {
                placed.add(new Fault(SameBuyer.field(sale.group(2)), answers.text("traceText.severalBuyerFaulty")));
            }
        }
        var texts = new HashSet<String>(); // of a faulty buyer one is enough
        placed.removeIf(fault -> !texts.add(fault.text()));
        return placed;
    }

    /** True when the buyer of all gets some of the item after it has expired. */
    public boolean pastExpiry(SeveralItem item) {
        var expiry = item.getGoods().expiryDate();
        var delivered = sameBuyer.getLine().getDeliveryDate();
        return item.joins() && expiry != null && delivered != null && delivered.isAfter(expiry);
    }

    public List<SeveralItem> getItems() {
        return items;
    }

    /** Those that wait for the answer to the question before 提交. */
    public List<SeveralItem> getReady() {
        return ready;
    }

    /** What came of the last act, item by item. */
    public List<SeveralItem> getTreated() {
        return items.stream().filter(item -> item.getOutcome() != null).toList();
    }

    public boolean isAllTicked() {
        return allTicked;
    }

    public void setAllTicked(boolean allTicked) {
        this.allTicked = allTicked;
    }

    public String getDeclarationNo() {
        return declarationNo;
    }

    public void setDeclarationNo(String declarationNo) {
        this.declarationNo = DeclarationLookup.plain(declarationNo);
    }
}
