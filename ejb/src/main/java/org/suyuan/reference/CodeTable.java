package org.suyuan.reference;

/** The code tables that customs keeps and the portal needs. */
public enum CodeTable {
    /** 关区, four digits (JGS/T 18) */
    CUSTOMS,
    /** 入境口岸, six digits */
    PORT,
    /** 申报计量单位, three digits */
    UNIT,
    /** 国别(地区), ISO 3166 alpha-3 */
    COUNTRY,
    /** 商品编码: 8 digits of the tariff, or 10 or 13 where customs has sent longer ones */
    HS,
    /** chapters of the tariff, two digits, whose goods are food */
    FOOD_CHAPTER
}
