package org.suyuan.exchange.message;

import static org.suyuan.exchange.message.Ftr901.Entry.*;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.exchange.message.Rejection.Code;
import org.suyuan.reference.CodeEntry;
import org.suyuan.reference.CodeTable;

/** FTR901: customs publishes new versions of code tables. One record is one code with the days on which it is valid. */
public final class Ftr901 {

    public static final String TYPE = "FTR901";
    public static final MessageShape SHAPE =
            new MessageShape(TYPE, "codeEntry", List.of(Entry.values()), null, List.of());

    private static final Pattern TABLE_NAME =
            Pattern.compile(Stream.of(CodeTable.values()).map(Enum::name).collect(Collectors.joining("|")));
    private static final Pattern CODE_TEXT = Pattern.compile("[0-9A-Z]{1,20}");

    private Ftr901() {}

    enum Entry implements Field {
        TABLE("table"),
        CODE("code"),
        NAME_ZH("nameZh"),
        NAME_EN("nameEn"),
        VALID_FROM("validFrom"),
        VALID_TO("validTo");

        private final String element;

        Entry(String element) {
            this.element = element;
        }

        @Override
        public String element() {
            return element;
        }
    }

    public static Checked<CodeEntry> check(SourceRecord source) {
        var check = new FieldCheck(source);
        if (source.values() == null) {
            return check.reject(null);
        }
        var table = check.matching(TABLE, TABLE_NAME, "已知的参数表");
        var code = check.matching(CODE, CODE_TEXT, " 1 至 20 位数字或大写字母");
        var nameZh = check.text(NAME_ZH, 400);
        var nameEn = check.optionalText(NAME_EN, 800);
        var from = check.day(VALID_FROM);
        var to = check.optionalDay(VALID_TO);
        if (from != null && to != null && !to.isAfter(from)) {
            check.wrong(Code.DATE, "validTo 应晚于 validFrom");
        }
        return check.passed()
                ? check.accept(new CodeEntry(CodeTable.valueOf(table), code, nameZh, nameEn, from, to))
                : check.reject(source.values().get(CODE));
    }
}
