-- identity: where accounts are signed in at this moment; a session without its row is over
create table open_session (
    id               bigint      not null primary key, -- stands in the HTTP session; is no secret
    account_id       bigint      not null references account,
    password_version integer     not null, -- over when the account has another one
    card             varchar(50),          -- number of the card; null with a password
    address          varchar(60) not null,
    browser          varchar(300),         -- what it says it is
    began_at         timestamp with time zone not null,
    last_seen_at     timestamp with time zone not null -- to the minute
);
create sequence open_session_seq start with 50 increment by 50;
create index open_session_account_idx on open_session (account_id);
