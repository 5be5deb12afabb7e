package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.suyuan.recall.VoluntaryRecall;
import org.suyuan.recall.VoluntaryRecalls;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.web.portal.Answers;

/** 主动召回: the importer opens a recall itself (F27). */
@Named
@ViewScoped
public class RecallVoluntary extends LotChoice<VoluntaryRecall> {

    private static final long serialVersionUID = 1L;

    @Inject
    private VoluntaryRecalls recalls;

    @Inject
    private Answers answers;

    public RecallVoluntary() {
        super("voluntary", new VoluntaryRecall());
    }

    /** Also from a risk match, which names its notice. */
    @Override
    public void open() {
        super.open();
        var notice = Faces.getRequestParameter("notice");
        if (notice != null && !Faces.isPostback()) {
            getForm().setNonconformityNo(notice);
        }
    }

    /** Asks before it stops the sale. */
    public void askToOpen() {
        if (complete()) {
            PrimeFaces.current().executeScript("PF('openDialog').show()");
        }
    }

    public synchronized void begin() {
        var opened = new ArrayList<String>();
        if (answers.toldOf(() -> opened.add(recalls.open(getForm())))) {
            answers.info("recallText.opened", opened.get(0));
            answers.leaveFor("/recall/" + opened.get(0));
        }
    }

    public List<RecallLevel> getLevels() {
        return List.of(RecallLevel.values());
    }
}
