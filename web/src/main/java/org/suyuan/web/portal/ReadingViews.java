package org.suyuan.web.portal;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.render.ResponseStateManager;
import java.util.Set;

/**
 * Pages that strangers only read are kept by no session: so a flood of readers fills no memory, and no cookie is set. (The
 * attribute {@code transient} of {@code f:view} comes too late: PrimeFaces has put its nonce into the view by then.)
 */
public class ReadingViews extends ViewHandlerWrapper {

    private static final Set<String> READ_ONLY =
            Set.of("/index.xhtml", "/help.xhtml", "/scan.xhtml", "/q.xhtml", "/public/info.xhtml");
    private static final String ERRORS = "/WEB-INF/errorpages/";

    public ReadingViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        var view = super.createView(context, viewId);
        if (context.getExternalContext().getUserPrincipal() == null && isOnlyRead(view.getViewId())) {
            view.setTransient(true);
        }
        return view;
    }

    /** No page with a form that acts is without a state, whatever a forged form says. */
    @Override
    public UIViewRoot restoreView(FacesContext context, String viewId) {
        var state = context.getExternalContext().getRequestParameterMap().get(ResponseStateManager.VIEW_STATE_PARAM);
        if ("stateless".equals(state) && !isOnlyRead(viewId)) {
            throw new ViewExpiredException("A form without a state", viewId);
        }
        return super.restoreView(context, viewId);
    }

    private static boolean isOnlyRead(String viewId) {
        return READ_ONLY.contains(viewId) || viewId.startsWith(ERRORS);
    }
}
