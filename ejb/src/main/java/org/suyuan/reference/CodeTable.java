package org.suyuan.reference;

/** The code tables that customs keeps and the portal needs; the calendar of working days travels the same way. */
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
    FOOD_CHAPTER,
    /** 放假日: days off by the State Council's yearly notice, {@code yyyyMMdd}, named after their festival */
    HOLIDAY,
    /** 调休上班日: Saturdays and Sundays that the same notice makes working days, {@code yyyyMMdd} */
    MAKE_UP_DAY,
    /** bodies that publish food-safety information; here and below a name may be several, separated by ';' */
    AUTHORITY,
    /** kinds of food, as notices are counted by */
    FOOD_CATEGORY,
    /** kinds of hazards */
    HAZARD_GROUP,
    /** single hazards, with all their names */
    HAZARD,
    /** names that mean the same to a search: of goods, and of countries besides those of COUNTRY */
    SYNONYM
}
