-- mail: letters that leave by SMTP; each occasion writes one, however often it is met
create sequence mail_message_seq start with 50 increment by 50;
create table mail_message (
    id              bigint       not null primary key,
    occasion        varchar(100) not null, -- natural key of what caused it
    message_id      varchar(250) not null, -- the header, the same at each try
    recipient       varchar(254) not null,
    subject         varchar(300) not null,
    body            text         not null,
    state           varchar(10)  not null,
    attempts        integer      not null,
    next_attempt_at timestamp with time zone not null,
    created_at      timestamp with time zone not null,
    sent_at         timestamp with time zone,
    last_error      varchar(1000),
    constraint mail_message_occasion_key unique (occasion)
);
create index mail_message_due_idx on mail_message (state, next_attempt_at);

-- identity: 企业资料, which papers and notices of a recall print
alter table enterprise add column address varchar(300);
alter table enterprise add column legal_representative varchar(50);
alter table enterprise add column recall_person varchar(50);
alter table enterprise add column recall_phone varchar(30);
alter table enterprise add column recall_email varchar(254);
alter table enterprise add column lock_version integer default 0 not null;

-- trace: where a buyer gets mail; only notices of recalls ask for it
alter table buyer add column email varchar(254);

-- recall: what each buyer of the lots was told and has answered
create sequence buyer_notice_seq start with 50 increment by 50;
create table buyer_notice (
    id             bigint       not null primary key,
    task_id        bigint       not null references recall_task,
    importer_uscc  char(18)     not null,
    buyer_uscc     char(18)     not null,
    buyer_name     varchar(200) not null,
    email          varchar(254),
    token          varchar(32)  not null, -- the right to read and to confirm, once
    issued_at      timestamp with time zone not null,
    expires_at     timestamp with time zone not null,
    mails          integer      not null, -- how many mails with a link were written
    mail_occasion  varchar(100), -- the last of them
    mail_failed    boolean      not null,
    told_at        timestamp with time zone,
    told_way       varchar(10),
    opened_at      timestamp with time zone,
    reminders      integer      not null, -- of this link
    next_step_at   timestamp with time zone, -- when silence leads to a reminder, at last to the escalation
    escalated_at   timestamp with time zone,
    confirmed_at   timestamp with time zone,
    returned       numeric(19, 5),
    unrecoverable  numeric(19, 5),
    contact_person varchar(50),
    phone          varchar(30),
    remark         varchar(1000),
    constraint buyer_notice_key unique (task_id, buyer_uscc),
    constraint buyer_notice_token_key unique (token),
    constraint buyer_notice_mail_key unique (mail_occasion)
);
create index buyer_notice_step_idx on buyer_notice (next_step_at);
create index buyer_notice_silent_idx on buyer_notice (importer_uscc, escalated_at);

-- the confirmed return that a row of a round took over; no two rows take the same
alter table recall_action add column notice_id bigint references buyer_notice;
alter table recall_action add constraint recall_action_notice_key unique (notice_id);
