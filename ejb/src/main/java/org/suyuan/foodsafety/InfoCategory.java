package org.suyuan.foodsafety;

import java.util.Optional;
import java.util.stream.Stream;

/** The four kinds of food-safety information (Q2): each has its tab, its message and its own conditions. */
public enum InfoCategory {
    /** 食品安全法律法规 */
    LAW("law", "FTR401"),
    /** 食品安全国家标准 */
    STANDARD("standard", "FTR402"),
    /** 食品安全风险信息 */
    RISK("risk", "FTR403"),
    /** 未准入境食品化妆品 */
    DENIED_ENTRY("denied", "FTR404");

    private final String path;
    private final String messageType;

    InfoCategory(String path, String messageType) {
        this.path = path;
        this.messageType = messageType;
    }

    /** Its part of an address. */
    public String path() {
        return path;
    }

    /** The message that brings notices of this kind. */
    public String messageType() {
        return messageType;
    }

    public static Optional<InfoCategory> ofPath(String path) {
        return Stream.of(values()).filter(c -> c.path.equals(path)).findFirst();
    }
}
