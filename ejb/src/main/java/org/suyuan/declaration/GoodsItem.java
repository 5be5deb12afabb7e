package org.suyuan.declaration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** 商品项: one line of goods of a declaration, numbered from 1 (货物序号). */
@Entity
@Table(name = "goods_item")
public class GoodsItem {

    @Id
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Declaration declaration;

    @Column(name = "seq_no")
    private int seqNo;

    @Column(name = "goods_code")
    private String goodsCode;

    private String name;
    private String specification;
    private String brand;

    @Column(name = "batch_nos")
    private String batchNos;

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

    private boolean removed;

    protected GoodsItem() {}

    public Long id() {
        return id;
    }

    public Declaration declaration() {
        return declaration;
    }

    public int seqNo() {
        return seqNo;
    }

    /** 商品编码: 10 digits, or 13 with the inspection suffix. */
    public String goodsCode() {
        return goodsCode;
    }

    public String name() {
        return name;
    }

    public String specification() {
        return specification;
    }

    public String brand() {
        return brand;
    }

    /** The 生产批号 of this line; none, one or several. */
    public List<String> batchNos() {
        return batchNos == null ? List.of() : List.of(batchNos.split(";"));
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

    /** ISO 3166 alpha-3. */
    public String originCountry() {
        return originCountry;
    }

    public String producer() {
        return producer;
    }

    public String producerRegistration() {
        return producerRegistration;
    }

    /** True when an amendment left this line out. */
    public boolean removed() {
        return removed;
    }
}
