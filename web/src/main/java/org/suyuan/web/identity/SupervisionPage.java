package org.suyuan.web.identity;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.omnifaces.util.Faces;
import org.suyuan.identity.SupervisedEnterprise;
import org.suyuan.identity.Supervision;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Rows;

/** 企业查询: a regulator finds an enterprise and looks at its records. */
@Named
@ViewScoped
public class SupervisionPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Supervision supervision;

    @Inject
    private Answers answers;

    private String sought;
    private Rows<SupervisedEnterprise> rows;

    public void search() {
        rows = null;
    }

    public void reset() {
        sought = null;
        rows = null;
    }

    /** The workspace begins anew with the records of this enterprise. */
    public void lookAt(SupervisedEnterprise enterprise) {
        if (answers.toldOf(() -> supervision.lookAt(enterprise.id()))) {
            Faces.redirect(Faces.getRequestContextPath() + "/workspace");
        }
    }

    public void lookAway() {
        supervision.lookAway();
        Faces.redirect(Faces.getRequestContextPath() + "/workspace");
    }

    public Rows<SupervisedEnterprise> getRows() {
        if (rows == null) {
            var asked = sought;
            rows = new Rows<>(
                    Supervision.MOST_HITS,
                    () -> supervision.count(asked),
                    (first, size) -> supervision.page(asked, first, size));
        }
        return rows;
    }

    /** A part of the name or of the 统一社会信用代码. */
    public String getSought() {
        return sought;
    }

    public void setSought(String sought) {
        this.sought = sought;
    }
}
