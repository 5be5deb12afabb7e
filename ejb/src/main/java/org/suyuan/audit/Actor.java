package org.suyuan.audit;

/**
 * Who acts.
 *
 * @param name login name of an operator, or the name of the job or counterpart
 * @param enterprise the operator's 统一社会信用代码, or null
 * @param address network address the act came from, or null
 * @param card number of the card that the operator is signed in with, or null
 * @param principal 统一社会信用代码 of the enterprise that the operator acts for as an agent (代理) or looks at as
 *     a regulator, or null
 */
public record Actor(String name, String enterprise, String address, String card, String principal) {

    /** For the own enterprise, or for nobody known. */
    public Actor(String name, String enterprise, String address, String card) {
        this(name, enterprise, address, card, null);
    }

    /** Without a card. */
    public Actor(String name, String enterprise, String address) {
        this(name, enterprise, address, null);
    }

    /** A job of this portal, or the counterpart it speaks with. */
    public static Actor system(String name) {
        return new Actor(name, null, null);
    }
}
