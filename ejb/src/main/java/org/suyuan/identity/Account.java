package org.suyuan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.suyuan.shared.Roles;

/** 企业账户: what an operator signs in with; belongs to one enterprise or authority for ever. */
@Entity
@Table(name = "account")
public class Account {

    /** A password that was handed over, on paper or by telephone, is to be used soon (OWASP ASVS 5.0, 6.4.1). */
    private static final Duration FIRST_PASSWORD_VALIDITY = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
    @SequenceGenerator(name = "account_seq", sequenceName = "account_seq", allocationSize = 50)
    private Long id;

    @Column(name = "login_name")
    private String loginName;

    @Column(name = "person_name")
    private String personName;

    private String phone;
    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "password_version")
    private int passwordVersion = 1;

    @Column(name = "first_password_until")
    private Instant firstPasswordUntil;

    @ManyToOne
    private Enterprise enterprise;

    private String role;
    private boolean training;

    @Enumerated(EnumType.STRING)
    private AccountStatus status;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_from")
    private String openedFrom;

    @Column(name = "last_sign_in_at")
    private Instant lastSignInAt;

    protected Account() {}

    private Account(
            String loginName,
            String personName,
            String passwordHash,
            Enterprise enterprise,
            String role,
            AccountStatus status,
            Instant now) {
        this.loginName = loginName;
        this.personName = personName;
        this.passwordHash = passwordHash;
        this.enterprise = enterprise;
        this.role = role;
        this.status = status;
        this.openedAt = now;
    }

    /** A demo account, whose password is public. */
    static Account training(String loginName, String passwordHash, Enterprise enterprise, String role, Instant now) {
        var account = new Account(loginName, null, passwordHash, enterprise, role, AccountStatus.ACTIVE, now);
        account.training = true;
        account.email = loginName + "@example.com";
        return account;
    }

    /** Opened by the administrator of the enterprise, who knows the first password. */
    static Account opened(OperatorForm form, String passwordHash, Account administrator, Instant now) {
        var account = new Account(
                form.loginName(),
                form.getPersonName().strip(),
                passwordHash,
                administrator.enterprise,
                Roles.ENTERPRISE,
                AccountStatus.ACTIVE,
                now);
        account.handOverPassword(now);
        account.email = form.email();
        account.openedBy = administrator.loginName;
        return account;
    }

    /** Opened by the staff of the portal, who know the first password, for an operator of an authority. */
    static Account regulator(RegulatorForm form, String passwordHash, Enterprise authority, Instant now) {
        var account = new Account(
                form.loginName(),
                form.getPersonName().strip(),
                passwordHash,
                authority,
                Roles.REGULATOR,
                AccountStatus.ACTIVE,
                now);
        account.handOverPassword(now);
        account.openedBy = "console";
        return account;
    }

    /** Asked for by the operator himself; nothing can be done with it before it is released. */
    static Account registered(
            Registration form, String passwordHash, Enterprise enterprise, String role, String address, Instant now) {
        var account = new Account(
                form.loginName(),
                form.getPersonName().strip(),
                passwordHash,
                enterprise,
                role,
                AccountStatus.WAITING,
                now);
        account.phone = form.phone();
        account.email = form.email();
        account.openedFrom = address;
        return account;
    }

    void signedIn(Instant now) {
        lastSignInAt = now;
    }

    /** The same password, hashed with more work. */
    void rehash(String newHash) {
        passwordHash = newHash;
    }

    /** Chosen by the operator himself; every session is over. */
    void changePassword(String newHash) {
        passwordHash = newHash;
        firstPasswordUntil = null;
        endSessions();
    }

    /** Given by the administrator, who knows it; to be changed at the next sign-in. */
    void resetPassword(String newHash, Instant now) {
        changePassword(newHash);
        handOverPassword(now);
    }

    private void handOverPassword(Instant now) {
        firstPasswordUntil = now.plus(FIRST_PASSWORD_VALIDITY);
    }

    void changeEmail(String newEmail) {
        email = newEmail;
    }

    void endSessions() {
        passwordVersion++;
    }

    void activate() {
        status = AccountStatus.ACTIVE;
    }

    void disable() {
        status = AccountStatus.DISABLED;
        endSessions();
    }

    void administrate(boolean administrator) {
        role = administrator ? Roles.ENTERPRISE_ADMIN : Roles.ENTERPRISE;
    }

    public String loginName() {
        return loginName;
    }

    /** 姓名, or null when nobody said it. */
    public String personName() {
        return personName;
    }

    /** 联系电话 given with the registration, or null. */
    public String phone() {
        return phone;
    }

    /** 电子邮箱 of the operator, where links for a new password go, or null. */
    public String email() {
        return email;
    }

    Long id() {
        return id;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** Sessions that began with another one are over. */
    int passwordVersion() {
        return passwordVersion;
    }

    /** Somebody else knows the password. */
    boolean mustChangePassword() {
        return firstPasswordUntil != null;
    }

    /** The password was handed over and lay about for too long. */
    boolean isPasswordOver(Instant now) {
        return mustChangePassword() && !now.isBefore(firstPasswordUntil);
    }

    public Enterprise enterprise() {
        return enterprise;
    }

    String role() {
        return role;
    }

    public boolean isAdministrator() {
        return role.equals(Roles.ENTERPRISE_ADMIN);
    }

    boolean isRegulator() {
        return role.equals(Roles.REGULATOR);
    }

    public AccountStatus status() {
        return status;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null when there was none yet. */
    public Instant lastSignInAt() {
        return lastSignInAt;
    }

    /** Demo accounts have a public password: outside training mode they do not exist. */
    boolean usable(boolean trainingMode) {
        return status == AccountStatus.ACTIVE && (trainingMode || !training);
    }
}
