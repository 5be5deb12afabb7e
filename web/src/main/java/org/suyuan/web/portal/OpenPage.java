package org.suyuan.web.portal;

import jakarta.inject.Named;
import java.io.Serializable;
import org.omnifaces.cdi.ViewScoped;

/**
 * A page that stands open in a tab. The session remembers a limited number of pages and forgets those that were used
 * longest ago; so the workspace asks for each open one now and then, and a page that is left goes at once.
 */
@Named
@ViewScoped
public class OpenPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Marks this page as still in use. */
    public void keep() {
        // to be asked is all it takes
    }
}
