package org.suyuan.audit;

/**
 * Who acts.
 *
 * @param name login name of an operator, or the name of the job or counterpart
 * @param enterprise the operator's 统一社会信用代码, or null
 * @param address network address the act came from, or null
 * @param card number of the card that the operator is signed in with, or null
 */
public record Actor(String name, String enterprise, String address, String card) {

    /** Without a card. */
    public Actor(String name, String enterprise, String address) {
        this(name, enterprise, address, null);
    }

    /** A job of this portal, or the counterpart it speaks with. */
    public static Actor system(String name) {
        return new Actor(name, null, null);
    }
}
