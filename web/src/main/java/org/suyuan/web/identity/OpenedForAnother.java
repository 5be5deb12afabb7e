package org.suyuan.web.identity;

import jakarta.faces.FacesException;

/** A page was sent that had been opened for another enterprise than the operator works for now; it has an error page. */
public class OpenedForAnother extends FacesException {

    private static final long serialVersionUID = 1L;
}
