package org.suyuan.batch.generator;

import java.util.List;

/**
 * A food as it is commonly imported.
 *
 * @param goodsCode 10 digits, the first eight from the tariff
 * @param unit 035 kilograms or 095 litres
 * @param shelfLifeDays long enough that no sample has expired when it is imported
 */
record SampleFood(
        String goodsCode,
        String name,
        String specification,
        String brand,
        String unit,
        int shelfLifeDays,
        String country,
        String producer) {

    static final List<SampleFood> ALL = List.of(
            new SampleFood("1905310000", "黄油曲奇饼干", "454克/罐", "北海风车", "035", 540, "DNK", "NORTHMILL BAKERY A/S"),
            new SampleFood("1905320000", "焦糖夹心华夫饼", "250克/袋", "风车小镇", "035", 365, "NLD", "WINDMILL WAFELS B.V."),
            new SampleFood("1806310000", "榛子夹心巧克力", "200克/盒", "阿尔卑斯", "035", 450, "CHE", "ALPINA CHOCOLATIER SA"),
            new SampleFood("1806320000", "黑巧克力排块（85%可可）", "100克/板", "可可之源", "035", 720, "BEL", "CACAO ORIGINE NV"),
            new SampleFood("2009120000", "鲜榨橙汁（非浓缩还原）", "1升/瓶", "瓦伦西亚之光", "095", 270, "ESP", "ZUMOS DEL LEVANTE SL"),
            new SampleFood("2204210000", "赤霞珠干红葡萄酒", "750毫升/瓶", "安第斯酒庄", "095", 3650, "CHL", "VINA LOS ANDES SPA"),
            new SampleFood("2203000000", "小麦白啤酒", "500毫升/听", "修道院", "095", 365, "DEU", "KLOSTERBRAEU GMBH"),
            new SampleFood("1509200000", "特级初榨橄榄油", "750毫升/瓶", "橄榄山丘", "035", 730, "ITA", "COLLE OLIVO S.R.L."),
            new SampleFood("0406900000", "切达干酪", "5千克/箱", "绿岛牧场", "035", 365, "IRL", "GREEN ISLE DAIRIES LTD"),
            new SampleFood("0402210000", "全脂奶粉", "25千克/袋", "长云", "035", 730, "NZL", "LONG CLOUD DAIRY LTD"),
            new SampleFood("0202300090", "冷冻去骨牛腩", "20千克/箱", "潘帕斯", "035", 730, "ARG", "FRIGORIFICO PAMPA S.A."),
            new SampleFood("0203290090", "冷冻猪肋排", "10千克/箱", "伊比利", "035", 720, "ESP", "CARNICAS DEL SUR SA"),
            new SampleFood("0306173090", "冻南美白虾仁", "1千克/袋", "太平洋渔场", "035", 720, "ECU", "PACIFICO MARISCOS S.A."),
            new SampleFood("0802120000", "扁桃仁（去壳）", "11.34千克/箱", "金谷", "035", 540, "USA", "GOLDEN VALLEY NUTS INC"),
            new SampleFood("0901210000", "阿拉比卡咖啡豆（中度烘焙）", "1千克/袋", "高原之晨", "035", 540, "COL", "CAFE ALTIPLANO S.A.S."),
            new SampleFood("0901110000", "咖啡生豆（耶加雪菲）", "60千克/袋", "众神花园", "035", 720, "ETH", "YIRGA COFFEE PLC"),
            new SampleFood("1902190000", "意大利直条面", "500克/袋", "金穗", "035", 1095, "ITA", "PASTIFICIO SPIGA S.P.A."),
            new SampleFood("2103200000", "番茄沙司", "340克/瓶", "红园", "035", 540, "PRT", "TOMATES DO TEJO LDA"),
            new SampleFood("1704900000", "水果软糖", "1千克/袋", "彩虹熊", "035", 540, "DEU", "REGENBOGEN SUESSWAREN GMBH"),
            new SampleFood("1604140000", "油浸金枪鱼罐头", "185克/罐", "蓝湾", "035", 1095, "THA", "BLUE BAY CANNING CO LTD"),
            new SampleFood("2201101000", "天然矿泉水", "500毫升/瓶", "冰川泉", "095", 730, "FRA", "SOURCES DES GLACIERS SAS"),
            new SampleFood("0409000000", "麦卢卡蜂蜜", "500克/瓶", "银蕨", "035", 1095, "NZL", "SILVER FERN HONEY LTD"),
            new SampleFood("1006302000", "茉莉香米", "5千克/袋", "金象", "035", 540, "THA", "GOLDEN ELEPHANT RICE CO LTD"),
            new SampleFood("2008113000", "颗粒花生酱", "340克/瓶", "松鼠先生", "035", 540, "USA", "HICKORY FOODS LLC"));
}
