package org.suyuan.recall.notices;

import java.util.List;

/** How a buyer was told. */
public enum TellingWay {
    /** The portal's mail left. */
    MAIL("电子邮件"),
    /** The buyer opened the link before anyone noted how it got there. */
    LINK("通知链接"),
    PHONE("电话"),
    WECHAT("微信"),
    SMS("短信"),
    LETTER("书面"),
    VISIT("上门");

    /** What an operator may note; the other two the portal sees itself. */
    public static final List<TellingWay> BY_HAND = List.of(PHONE, WECHAT, SMS, LETTER, VISIT);

    private final String title;

    TellingWay(String title) {
        this.title = title;
    }

    /** As papers call it. */
    public String title() {
        return title;
    }
}
