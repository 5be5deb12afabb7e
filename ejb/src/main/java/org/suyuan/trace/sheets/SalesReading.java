package org.suyuan.trace.sheets;

import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suyuan.shared.PhoneNumber;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.shared.rules.RuleText;
import org.suyuan.trace.SalesLine;

/**
 * Makes sales lines out of the rows of a sheet: first the rules of {@link SalesLine}, then those that look beyond the row:
 * the dates of the goods, what is left to sell, rows that say the same.
 */
final class SalesReading {

    private static final int LONGEST_VALUE = 60;

    private final ValidatorFactory validation;
    private final Validator validator;
    private final SalesTarget target;
    private final Locale language;
    private final List<SalesLine> lines = new ArrayList<>();
    private final List<SalesProblem> problems = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<List<Object>, String> seen = new HashMap<>();
    private BigDecimal sold = BigDecimal.ZERO;
    private String sheet;
    private int errors;
    private int warnings;

    SalesReading(ValidatorFactory validation, SalesTarget target, Locale language) {
        this.validation = validation;
        this.validator = validation.getValidator();
        this.target = target;
        this.language = language;
    }

    ImportedSales read(SourceSheet source) {
        var rows = source.rows();
        var present = target.present();
        if (rows.isEmpty()) {
            throw new Refusal("sheet.noRows");
        }
        if (present.size() + rows.size() > SalesImport.MOST_ROWS) {
            throw new Refusal("sheet.noRoom", present.size(), rows.size(), SalesImport.MOST_ROWS);
        }
        sheet = source.name();
        for (int i = 0; i < present.size(); i++) {
            sold = sold.add(present.get(i).getSoldQuantity());
            seen.putIfAbsent(facts(present.get(i)), text("duplicateOfPresent", i + 1));
        }
        rows.forEach(this::read);
        return new ImportedSales(rows.size(), rows.size() - lines.size(), lines, problems, errors, warnings);
    }

    private void read(SourceRow row) {
        var line = new SalesLine();
        var complaints = new EnumMap<SalesColumn, String>(SalesColumn.class);
        for (var column : SalesColumn.values()) {
            var cell = row.cell(column);
            if (cell.flaw() != null) {
                complaints.put(column, text("flaw." + cell.flaw()));
            } else if (!cell.text().isEmpty() && !taken(line, column, cell.text())) {
                complaints.put(column, text(column == SalesColumn.DELIVERY_DATE ? "dateShape" : "quantityShape"));
            }
        }
        validator.validate(line).forEach(violation -> {
            var column = SalesColumn.of(violation.getPropertyPath().toString());
            complaints.computeIfAbsent(column, c -> RuleText.of(validation, violation, language));
        });
        lookBeyond(row, line, complaints);
        complaints.forEach((column, complaint) -> error(row, column, complaint));
        if (complaints.isEmpty()) {
            sold = sold.add(line.getSoldQuantity());
            lines.add(line);
            warn(row, line);
        }
    }

    /** @return false when the text cannot be what the column holds */
    private boolean taken(SalesLine line, SalesColumn column, String text) {
        switch (column) {
            case BUYER_NAME -> line.setBuyerName(word(text));
            case BUYER_USCC ->
                line.setBuyerUscc(word(SocialCreditCode.parse(text)
                        .map(SocialCreditCode::value)
                        .orElse(text)));
            case BUYER_ADDRESS -> line.setBuyerAddress(word(text));
            case BUYER_CONTACT ->
                line.setBuyerContact(word(PhoneNumber.isValid(text) ? new PhoneNumber(text).value() : text));
            case SOLD_QUANTITY -> line.setSoldQuantity(CellValues.quantity(text).orElse(null));
            case DELIVERY_DATE -> line.setDeliveryDate(CellValues.date(text).orElse(null));
        }
        return column == SalesColumn.SOLD_QUANTITY
                ? line.getSoldQuantity() != null
                : column != SalesColumn.DELIVERY_DATE || line.getDeliveryDate() != null;
    }

    /** The same buyer in a thousand rows is kept once. */
    private String word(String text) {
        return words.computeIfAbsent(text, same -> same);
    }

    private void lookBeyond(SourceRow row, SalesLine line, Map<SalesColumn, String> complaints) {
        if (target.imported() != null
                && line.getDeliveryDate() != null
                && line.getDeliveryDate().isBefore(target.imported())) {
            complaints.putIfAbsent(SalesColumn.DELIVERY_DATE, text("beforeImport", target.imported()));
        }
        if (complaints.isEmpty() && target.remaining() != null) {
            var total = sold.add(line.getSoldQuantity());
            if (total.compareTo(target.remaining()) > 0) {
                complaints.put(SalesColumn.SOLD_QUANTITY, text("soldTooMuch", plain(total), plain(target.remaining())));
            }
        }
    }

    private void warn(SourceRow row, SalesLine line) {
        if (target.expiry() != null && line.getDeliveryDate().isAfter(target.expiry())) {
            warning(row, SalesColumn.DELIVERY_DATE, text("pastExpiry", target.expiry()));
        }
        var earlier = seen.putIfAbsent(facts(line), text("duplicate", row.number()));
        if (earlier != null) {
            warning(row, null, earlier);
        }
    }

    private static List<Object> facts(SalesLine line) {
        return List.of(
                line.getBuyerName(),
                line.getBuyerUscc(),
                line.getBuyerAddress(),
                line.getBuyerContact(),
                line.getSoldQuantity().stripTrailingZeros(),
                line.getDeliveryDate());
    }

    private void error(SourceRow row, SalesColumn column, String rule) {
        errors++;
        list(row, column, rule, false);
    }

    private void warning(SourceRow row, SalesColumn column, String rule) {
        warnings++;
        list(row, column, rule, true);
    }

    private void list(SourceRow row, SalesColumn column, String rule, boolean warning) {
        if (problems.size() < ImportedSales.MOST_PROBLEMS) {
            var value = column == null ? "" : row.cell(column).text();
            problems.add(new SalesProblem(
                    sheet,
                    row.number(),
                    column == null ? "" : column.label(language),
                    value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value,
                    rule,
                    warning));
        }
    }

    private String text(String key, Object... arguments) {
        return SheetText.of(language, key, arguments);
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
