package org.suyuan.web.identity;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.omnifaces.cdi.ViewScoped;
import org.primefaces.PrimeFaces;
import org.suyuan.identity.Account;
import org.suyuan.identity.Caller;
import org.suyuan.identity.OperatorForm;
import org.suyuan.identity.Operators;
import org.suyuan.web.portal.Answers;

/** 操作员管理. */
@Named
@ViewScoped
public class OperatorsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Operators operators;

    @Inject
    private Caller caller;

    @Inject
    private Answers answers;

    private OperatorForm form = new OperatorForm();
    private transient List<Account> all;
    private transient String handedOver;
    private transient String password;

    public List<Account> getAll() {
        if (all == null) {
            all = operators.all();
        }
        return all;
    }

    /** The own account is managed by another administrator. */
    public boolean isOther(Account account) {
        return !account.loginName().equals(caller.operator().loginName());
    }

    public void begin() {
        form = new OperatorForm();
    }

    public boolean check() {
        return true;
    }

    public void open() {
        var faults = answers.faultsOf(form);
        faults.forEach(fault -> answers.tell("operator:" + fault.property(), fault.text()));
        if (faults.isEmpty() && handOver("operator", form.getLoginName(), () -> operators.open(form))) {
            PrimeFaces.current().executeScript("PF('operatorDialog').hide()");
        }
    }

    public void resetPassword(String loginName) {
        handOver(null, loginName, () -> operators.resetPassword(loginName));
    }

    /** The password is shown this once. */
    private boolean handOver(String target, String loginName, Supplier<String> act) {
        var made = new ArrayList<String>();
        boolean done = answers.toldOf(target, () -> made.add(act.get()));
        if (done) {
            handedOver = loginName;
            password = made.get(0);
            PrimeFaces.current().executeScript("PF('passwordDialog').show()");
        }
        all = null;
        return done;
    }

    public void activate(String loginName) {
        act(() -> operators.activate(loginName), "identityText.activated", loginName);
    }

    public void disable(String loginName) {
        act(() -> operators.disable(loginName), "identityText.disabled", loginName);
    }

    public void administrate(String loginName, boolean administrator) {
        act(
                () -> operators.makeAdministrator(loginName, administrator),
                administrator ? "identityText.administrator.made" : "identityText.administrator.unmade",
                loginName);
    }

    private void act(Runnable act, String said, String loginName) {
        if (answers.toldOf(act)) {
            answers.info(said, loginName);
        }
        all = null;
    }

    public OperatorForm getForm() {
        return form;
    }

    /** Account whose password is shown now. */
    public String getHandedOver() {
        return handedOver;
    }

    public String getPassword() {
        return password;
    }
}
