package org.suyuan.identity.card;

/** Why a card does not sign in; each is a message of its own on the page and a word of its own in the audit log. */
public enum CardRefusal {
    /** The challenge was answered before, is too old, or was not made for this browser. */
    CHALLENGE,
    /** The connection bears no certificate: the machine has none, or its user chose none. */
    NO_CERTIFICATE,
    /** What came is no certificate and signature. */
    UNREADABLE,
    /** The key or the signature of the certificate is of a kind that this portal does not take. */
    ALGORITHM,
    /** A certificate for something else, such as the encryption certificate of a card that has two. */
    USAGE,
    /** The signature was not made over the challenge by the key of the certificate. */
    SIGNATURE,
    NOT_YET_VALID,
    EXPIRED,
    UNKNOWN_ISSUER,
    REVOKED,
    /** No list of revoked certificates of the issuer is at hand, or it is out of date. */
    REVOCATION_UNKNOWN,
    /** The path from the certificate to the trusted one breaks a rule of RFC 5280. */
    PATH,
    /** A good card that belongs to no account. */
    UNBOUND
}
