-- identity: accounts of operators, from their registration on (U6, U10)
alter table account add column person_name varchar(50);      -- the operator; null for accounts older than this column
alter table account add column phone varchar(20);
alter table account add column status varchar(10) default 'ACTIVE' not null;
alter table account add column must_change_password boolean default false not null; -- somebody else knows it
alter table account add column password_version integer default 1 not null; -- sessions of an older one are over
alter table account add column opened_at timestamp with time zone default current_timestamp not null;
alter table account add column opened_by varchar(50);         -- null when the operator registered himself
alter table account add column opened_from varchar(60);       -- network address of a registration
alter table account add column last_sign_in_at timestamp with time zone;
update account set status = 'DISABLED' where not enabled;
alter table account drop column enabled;
create index account_enterprise_idx on account (enterprise_id);
create index account_status_idx on account (status, opened_from, opened_at);

-- browsers in which an account was signed in with before: guessing from elsewhere does not lock them out
create table known_browser (
    login_name   varchar(50) not null,
    token_hash   char(64)    not null, -- SHA-256 of the cookie
    last_used_at timestamp with time zone not null,
    constraint known_browser_key primary key (login_name, token_hash)
);
