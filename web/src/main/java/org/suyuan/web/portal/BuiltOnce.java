package org.suyuan.web.portal;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.view.ViewDeclarationLanguage;
import jakarta.faces.view.ViewDeclarationLanguageFactory;
import jakarta.faces.view.ViewDeclarationLanguageWrapper;
import java.io.IOException;
import java.util.List;

/**
 * A page that was built to take in what was sent is not built once more to be shown: no page of ours has other components
 * afterwards (what depends on data is {@code rendered} or not). Faces would go through all its tags again, a sixth of such
 * a request.
 */
public class BuiltOnce extends ViewDeclarationLanguageFactory {

    public BuiltOnce(ViewDeclarationLanguageFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ViewDeclarationLanguage getViewDeclarationLanguage(String viewId) {
        return new ViewDeclarationLanguageWrapper(getWrapped().getViewDeclarationLanguage(viewId)) {
            @Override
            public void buildView(FacesContext context, UIViewRoot view) throws IOException {
                boolean stands = context.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE
                        && context.isPostback()
                        && view.getChildCount() > 0;
                if (!stands) {
                    super.buildView(context, view);
                }
            }
        };
    }

    @Override
    public List<ViewDeclarationLanguage> getAllViewDeclarationLanguages() {
        return getWrapped().getAllViewDeclarationLanguages();
    }
}
