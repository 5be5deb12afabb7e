package org.suyuan.identity.card;

/** A card that does not sign in. Checked, so that what the attempt wrote (challenge used up, audit) is kept. */
public class CardRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final CardRefusal refusal;

    /** @param detail for the audit log; may hold what strangers wrote */
    public CardRefused(CardRefusal refusal, String detail) {
        super(String.valueOf(detail).replaceAll("\\p{Cntrl}", " "));
        this.refusal = refusal;
    }

    public CardRefusal refusal() {
        return refusal;
    }
}
