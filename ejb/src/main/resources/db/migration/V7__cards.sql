-- identity: cards
create sequence card_certificate_seq start with 50 increment by 50;
create table card_certificate (
    id          bigint       not null primary key,
    fingerprint char(64)     not null, -- SHA-256 of the certificate, in hexadecimal
    issuer      varchar(500) not null,
    serial      varchar(40)  not null, -- in hexadecimal
    subject     varchar(500) not null,
    card_number varchar(50)  not null,
    holder      varchar(200) not null,
    account_id  bigint       not null references account,
    bound_at    timestamp with time zone not null,
    unbound_at  timestamp with time zone, -- from then on the card signs nobody in
    constraint card_certificate_key unique (fingerprint)
);
create index card_certificate_account_idx on card_certificate (account_id);

-- what cards are asked to sign; answered once, and soon
create table card_challenge (
    text       varchar(400) not null primary key,
    expires_at timestamp with time zone not null
);
create index card_challenge_expiry_idx on card_challenge (expires_at);

-- audit: the card that the operator was signed in with
alter table audit_event add column card varchar(50);
