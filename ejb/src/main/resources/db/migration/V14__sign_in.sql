-- identity: where an account was signed in from before; what counts against strangers only
alter table known_browser add column network varchar(60); -- address of the last sign-in, of IPv6 the network
create index known_browser_network_idx on known_browser (login_name, network);
create index failed_sign_in_account_idx on failed_sign_in (login_name, failed_at);
create index failed_sign_in_time_idx on failed_sign_in (failed_at);

-- identity: the own mail address of an operator, and new passwords that were asked for by mail
alter table account add column email varchar(254);
create table password_reset (
    id          bigint       not null primary key,
    login_name  varchar(50)  not null, -- as entered; there may be no such account
    network     varchar(60)  not null, -- where it was asked from, of IPv6 the network
    asked_at    timestamp with time zone not null,
    answered_at timestamp with time zone, -- a mail was written, or none
    token_hash  char(64),              -- SHA-256 of what the link holds; null when no mail was written
    used_at     timestamp with time zone
);
create sequence password_reset_seq start with 50 increment by 50;
create index password_reset_network_idx on password_reset (network, asked_at);
create index password_reset_name_idx on password_reset (login_name, asked_at);
create unique index password_reset_token_key on password_reset (token_hash);
