package org.suyuan.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Faces;
import org.suyuan.identity.Registration;
import org.suyuan.identity.Registrations;
import org.suyuan.reference.CodeName;
import org.suyuan.reference.CodeTable;
import org.suyuan.reference.CodeTables;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.ClientAddress;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Language;

/** 注册 (U6). */
@Named
@RequestScoped
public class RegisterPage {

    @Inject
    private Registrations registrations;

    @Inject
    private CodeTables codeTables;

    @Inject
    private Validator validator;

    @Inject
    private Answers answers;

    @Inject
    private Language language;

    @Inject
    private BusinessTime time;

    @Inject
    private ClientAddress clients;

    private final Registration form = new Registration();

    /** Field rules stand on {@link Registration}; there are no others to check on leaving a field. */
    public boolean check() {
        return true;
    }

    public void register() {
        var faults = answers.faults(validator.validate(form));
        faults.forEach(fault -> answers.pointTo(field(fault.property()), fault.text()));
        var released = new ArrayList<Boolean>();
        if (faults.isEmpty()
                && answers.toldOf(() -> released.add(registrations.register(form, clients.of(Faces.getRequest()))))) {
            answers.info(
                    released.get(0) ? "identityText.registeredNow" : "identityText.registered", form.getLoginName());
            answers.leaveFor("/login");
        }
    }

    private static String field(String property) {
        return "register:"
                + property.replace("password.repeatedAlike", "repeated").replaceFirst("^password\\.", "");
    }

    /** 关区 to choose from. */
    public List<CodeName> getDistricts() {
        return codeTables.list(CodeTable.CUSTOMS, time.today(), language.getLocale());
    }

    public Registration getForm() {
        return form;
    }
}
