package org.suyuan.web.identity;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.Set;
import org.omnifaces.util.Beans;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Operator;

/**
 * A page belongs to the enterprise that it was opened for. When the operator works for another one since (chosen in
 * another window, or because an authorisation ended), nothing that the page sends is done: it would be done for the wrong
 * enterprise.
 */
public class OpenedFor implements PhaseListener, SystemEventListener {

    private static final long serialVersionUID = 1L;
    private static final String ENTERPRISE = "org.suyuan.web.identity.openedFor";

    /** Forms around the page that act for nobody: signing out, staying signed in, choosing for whom to work. */
    private static final Set<String> AROUND = Set.of("leave", "stay", "choose", "cardWatch");

    /** Once a page is built, before it is written for the first time. */
    @Override
    public void processEvent(SystemEvent event) {
        if (!FacesContext.getCurrentInstance().isPostback()) {
            ((UIViewRoot) event.getSource()).getAttributes().put(ENTERPRISE, enterprise());
        }
    }

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        var context = event.getFacesContext();
        var view = context.getViewRoot();
        if (context.isPostback() && view != null && !isAround(context)) {
            var openedFor = (long) view.getAttributes().getOrDefault(ENTERPRISE, 0L);
            if (openedFor != 0 && openedFor != enterprise()) {
                throw new OpenedForAnother();
            }
        }
    }

    private static boolean isAround(FacesContext context) {
        return AROUND.stream().anyMatch(context.getExternalContext().getRequestParameterMap()::containsKey);
    }

    /** 0 for nobody. */
    private static long enterprise() {
        return Beans.getReference(Caller.class)
                .signedIn()
                .map(Operator::enterpriseId)
                .orElse(0L);
    }
}
