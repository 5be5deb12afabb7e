package org.suyuan.matching;

/** What a notice and a product may have in common, in the order in which it is told. */
public enum Evidence {
    /** 生产批号 */
    LOT,
    /** 生产企业 */
    PRODUCER,
    /** 境外生产企业注册号 */
    REGISTRATION,
    /** 商品编码, as far as it is the same */
    HS_CODE,
    /** 商品名称 */
    PRODUCT,
    /** the food that the notice names lies under the heading of the product's 商品编码 */
    HEADING,
    /** 品牌 */
    BRAND,
    /** 原产国 */
    COUNTRY
}
