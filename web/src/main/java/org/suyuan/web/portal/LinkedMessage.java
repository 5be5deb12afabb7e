package org.suyuan.web.portal;

import jakarta.faces.application.FacesMessage;

/** What is wrong, for the top of the page, with the way to the field where it is put right. */
class LinkedMessage extends FacesMessage {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field client id of the field */
    LinkedMessage(String text, String field) {
        super(SEVERITY_ERROR, text, text);
        this.field = field;
    }

    String field() {
        return field;
    }
}
