package org.suyuan.web.identity;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.omnifaces.cdi.ViewScoped;
import org.primefaces.PrimeFaces;
import org.suyuan.identity.EnterpriseProfiles;
import org.suyuan.identity.ProfileForm;
import org.suyuan.web.portal.Answers;

/** 企业资料: what the papers and notices of recalls print of the own enterprise. */
@Named
@ViewScoped
public class ProfilePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private EnterpriseProfiles profiles;

    @Inject
    private Answers answers;

    private ProfileForm form = new ProfileForm();

    public void open() {
        form = profiles.form();
    }

    public synchronized void save() {
        if (answers.toldOf(() -> profiles.save(form))) {
            form = profiles.form();
            answers.info("identityText.profileSaved");
            PrimeFaces.current().executeScript("suyuan.saved('')");
        }
    }

    /** Nothing looks further than a field. */
    public boolean check() {
        return true;
    }

    public ProfileForm getForm() {
        return form;
    }
}
