package org.suyuan.web.identity;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** What the card in this browser's machine was asked to sign: another browser's answer counts for nothing here. */
@SessionScoped
class PosedChallenge implements Serializable {

    private static final long serialVersionUID = 1L;

    private String text = "";

    void set(String text) {
        this.text = text;
    }

    String get() {
        return text;
    }

    /** Hands it out once. */
    String take() {
        var taken = text;
        text = "";
        return taken;
    }
}
