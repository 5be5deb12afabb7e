package org.suyuan.trace;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.suyuan.declaration.GoodsItem;

/** The declared goods item that a report is about, as it was when the report was last saved or submitted (A6). */
@Embeddable
public class FiledGoods {

    @Column(name = "declaration_no")
    private String declarationNo;

    @Column(name = "declaration_customs")
    private String declarationCustoms;

    @Column(name = "entry_port")
    private String entryPort;

    @Column(name = "import_date")
    private LocalDate importDate;

    @Column(name = "goods_seq_no")
    private Integer seqNo;

    @Column(name = "goods_code")
    private String goodsCode;

    @Column(name = "food_name")
    private String foodName;

    private String specification;
    private String brand;

    @Column(name = "batch_no")
    private String batchNo;

    @Column(name = "production_date")
    private LocalDate productionDate;

    @Column(name = "shelf_life_days")
    private Integer shelfLifeDays;

    private BigDecimal quantity;
    private String unit;

    @Column(name = "origin_country")
    private String originCountry;

    private String producer;

    @Column(name = "producer_registration")
    private String producerRegistration;

    protected FiledGoods() {}

    /** @param batchNo the 生产批号 that the filer chose among the item's own */
    FiledGoods(GoodsItem item, String batchNo) {
        var declaration = item.declaration();
        this.declarationNo = declaration.declarationNo();
        this.declarationCustoms = declaration.customsDistrict();
        this.entryPort = declaration.entryPort();
        this.importDate = declaration.importDate();
        this.seqNo = item.seqNo();
        this.goodsCode = item.goodsCode();
        this.foodName = item.name();
        this.specification = item.specification();
        this.brand = item.brand();
        this.batchNo = batchNo;
        this.productionDate = item.productionDate();
        this.shelfLifeDays = item.shelfLifeDays();
        this.quantity = item.quantity();
        this.unit = item.unit();
        this.originCountry = item.originCountry();
        this.producer = item.producer();
        this.producerRegistration = item.producerRegistration();
    }

    public String declarationNo() {
        return declarationNo;
    }

    public String declarationCustoms() {
        return declarationCustoms;
    }

    public String entryPort() {
        return entryPort;
    }

    public LocalDate importDate() {
        return importDate;
    }

    public Integer seqNo() {
        return seqNo;
    }

    public String goodsCode() {
        return goodsCode;
    }

    public String foodName() {
        return foodName;
    }

    public String specification() {
        return specification;
    }

    public String brand() {
        return brand;
    }

    public String batchNo() {
        return batchNo;
    }

    public LocalDate productionDate() {
        return productionDate;
    }

    public Integer shelfLifeDays() {
        return shelfLifeDays;
    }

    /** Declared quantity in {@link #unit()}. */
    public BigDecimal quantity() {
        return quantity;
    }

    /** Customs code of the unit, three digits. */
    public String unit() {
        return unit;
    }

    public String originCountry() {
        return originCountry;
    }

    public String producer() {
        return producer;
    }

    public String producerRegistration() {
        return producerRegistration;
    }
}
