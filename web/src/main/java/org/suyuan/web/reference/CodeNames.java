package org.suyuan.web.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Codes of customs as people read them. */
@Named("codes")
@ApplicationScoped
public class CodeNames {

    /** 关区 */
    public String customs(String code) {
        return code;
    }

    /** 口岸 */
    public String port(String code) {
        return code;
    }

    /** 计量单位 */
    public String unit(String code) {
        return code;
    }

    /** 国别 */
    public String country(String code) {
        return code;
    }
}
