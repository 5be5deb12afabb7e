package org.suyuan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** 企业账户: what an operator signs in with; belongs to one enterprise for ever. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
    @SequenceGenerator(name = "account_seq", sequenceName = "account_seq", allocationSize = 50)
    private Long id;

    @Column(name = "login_name")
    private String loginName;

    @Column(name = "password_hash")
    private String passwordHash;

    @ManyToOne
    private Enterprise enterprise;

    private String role;
    private boolean training;
    private boolean enabled;

    protected Account() {}

    Account(String loginName, String passwordHash, Enterprise enterprise, String role, boolean training) {
        this.loginName = loginName;
        this.passwordHash = passwordHash;
        this.enterprise = enterprise;
        this.role = role;
        this.training = training;
        this.enabled = true;
    }

    String loginName() {
        return loginName;
    }

    String passwordHash() {
        return passwordHash;
    }

    Enterprise enterprise() {
        return enterprise;
    }

    String role() {
        return role;
    }

    /** Demo accounts have a public password: outside training mode they do not exist. */
    boolean usable(boolean trainingMode) {
        return enabled && (trainingMode || !training);
    }
}
