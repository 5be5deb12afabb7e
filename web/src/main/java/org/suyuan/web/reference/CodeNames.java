package org.suyuan.web.reference;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.suyuan.reference.CodeTable;
import org.suyuan.reference.CodeTables;
import org.suyuan.shared.BusinessTime;
import org.suyuan.web.portal.Language;

/** Codes of customs as people read them, with the names they had on the day of the record (H7). */
@Named("codes")
@RequestScoped
public class CodeNames {

    @Inject
    private CodeTables tables;

    @Inject
    private Language language;

    @Inject
    private BusinessTime time;

    /** 关区: code and name. */
    public String customs(String code, LocalDate day) {
        return withName(CodeTable.CUSTOMS, code, day);
    }

    /** 口岸: code and name. */
    public String port(String code, LocalDate day) {
        return withName(CodeTable.PORT, code, day);
    }

    /** 计量单位: its name. */
    public String unit(String code, LocalDate day) {
        return code == null ? "" : name(CodeTable.UNIT, code, day);
    }

    /** 国别: its name. */
    public String country(String code) {
        return code == null ? "" : name(CodeTable.COUNTRY, code, null);
    }

    private String withName(CodeTable table, String code, LocalDate day) {
        if (code == null) {
            return "";
        }
        var name = name(table, code, day);
        return name.equals(code) ? code : code + " " + name;
    }

    private String name(CodeTable table, String code, LocalDate day) {
        return tables.name(table, code, day == null ? time.today() : day, language.getLocale());
    }
}
