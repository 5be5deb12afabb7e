package org.suyuan.bench.springbatch;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A declaration as JAXB reads it. */
@XmlRootElement(name = "declaration")
@XmlAccessorType(XmlAccessType.FIELD)
class DeclarationElement {

    String operation;
    String entryId;
    String customMaster;
    String despPortCode;

    @XmlElement(name = "iEDate")
    String importDate;

    String cnsnTradeScc;
    String consigneeCname;
    String agentScc;
    String agentName;
    String consignorName;

    @XmlElement(name = "goods")
    List<GoodsElement> goods = new ArrayList<>();

    /** A line of goods with the number of its declaration. */
    record Line(String entryId, GoodsElement goods) {}

    @XmlAccessorType(XmlAccessType.FIELD)
    static class GoodsElement {

        @XmlElement(name = "gNo")
        int number;

        String codeTs;
        String ciqCode;

        @XmlElement(name = "gName")
        String name;

        String goodsSpec;
        String goodsBrand;
        String prodBatchNo;
        String produceDate;
        Integer prodQgp;

        @XmlElement(name = "gQty")
        BigDecimal quantity;

        @XmlElement(name = "gUnit")
        String unit;

        String cusOriginCountry;
        String engManEntCnm;
        String mnufctrRegNo;
    }
}
