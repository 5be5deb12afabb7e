-- trace: lots of which nothing may be sold any more, each by one recall
create sequence lot_hold_seq start with 50 increment by 50;
create table lot_hold (
    id             bigint        not null primary key,
    task_no        char(18)      not null,
    declaration_no char(18)      not null, -- the order may come before the declaration
    goods_seq_no   integer       not null,
    batch_nos      varchar(400), -- separated by ';'; none means all lots of the item
    reason         varchar(1000) not null,
    placed_at      timestamp with time zone not null,
    lifted_at      timestamp with time zone,
    constraint lot_hold_task_key unique (task_no)
);
create index lot_hold_item_idx on lot_hold (declaration_no, goods_seq_no);

-- recall
create sequence recall_no_seq start with 1 increment by 1;
create sequence recall_task_seq start with 50 increment by 50;
create table recall_task (
    id               bigint        not null primary key,
    task_no          char(18)      not null,
    kind             varchar(10)   not null,
    status           varchar(10)   not null,
    importer_uscc    char(18)      not null,
    declaration_no   char(18)      not null,
    goods_seq_no     integer       not null,
    food_name        varchar(200)  not null,
    batch_nos        varchar(400),
    recall_level     varchar(10)   not null,
    reason           varchar(1000) not null,
    failed_item      varchar(200), -- 不合格项目
    nonconformity_no varchar(50),  -- the 不合格 record that caused it
    notified_at      timestamp with time zone not null,
    initiated_on     date          not null, -- day of notified_at in Asia/Shanghai
    cancelled        boolean       not null,
    cancel_reason    varchar(1000),
    message_time     timestamp with time zone not null, -- an older message never replaces a newer one
    revision         integer       not null,
    received_at      timestamp with time zone not null,
    read_at          timestamp with time zone,
    started_at       timestamp with time zone, -- 启动召回
    announced_on     date,                     -- 公告日期
    planned_quantity numeric(19, 5),
    finished_at      timestamp with time zone, -- submit of the completing round, once customs has stored it
    lock_version     integer       not null,
    constraint recall_task_no_key unique (task_no)
);
create index recall_task_owner_idx on recall_task (importer_uscc, status, id);
create index recall_task_owner_declaration_idx on recall_task (importer_uscc, declaration_no, goods_seq_no);
create index recall_task_owner_food_idx on recall_task (importer_uscc, food_name);
create index recall_task_owner_date_idx on recall_task (importer_uscc, initiated_on, id);

create sequence recall_round_seq start with 50 increment by 50;
create table recall_round (
    id             bigint         not null primary key,
    task_id        bigint         not null references recall_task,
    importer_uscc  char(18)       not null,
    round_no       integer        not null,
    version        integer        not null,
    status         varchar(20)    not null,
    completed      boolean        not null, -- 是否召回完成
    unsold_too     boolean        not null, -- what was recalled includes unsold stock
    -- 处置, all rounds together, as it stands at the end of this one
    destroyed      numeric(19, 5) not null,
    remedied       numeric(19, 5) not null,
    in_stock       numeric(19, 5) not null,
    unrecoverable  numeric(19, 5) not null,
    explanation    varchar(1000),
    created_by     varchar(50)    not null,
    created_at     timestamp with time zone not null,
    submitted_at   timestamp with time zone,
    answered_at    timestamp with time zone,
    customs_reason varchar(1000),
    lock_version   integer        not null,
    constraint recall_round_key unique (task_id, round_no)
);

create sequence recall_action_seq start with 50 increment by 50;
create table recall_action (
    id                 bigint         not null primary key,
    round_id           bigint         not null references recall_round,
    importer_uscc      char(18)       not null,
    row_no             integer        not null,
    responsible_person varchar(50)    not null,
    phone              char(11)       not null,
    start_date         date           not null,
    end_date           date           not null,
    recalled_quantity  numeric(19, 5) not null,
    measures           varchar(1000)
);
create index recall_action_round_idx on recall_action (round_id, row_no);

-- every status a round ever had, with the answer of customs that caused it
create sequence recall_event_seq start with 50 increment by 50;
create table recall_event (
    id          bigint      not null primary key,
    round_id    bigint      not null references recall_round,
    version     integer     not null,
    status      varchar(20) not null,
    answer_code varchar(10),
    answer_text varchar(1000),
    happened_at timestamp with time zone not null
);
create index recall_event_round_idx on recall_event (round_id, id);

-- what was submitted, as it was, version by version
create sequence recall_round_version_seq start with 50 increment by 50;
create table recall_round_version (
    id           bigint      not null primary key,
    round_id     bigint      not null references recall_round,
    version      integer     not null,
    submitted_at timestamp with time zone not null,
    submitted_by varchar(50) not null,
    content      text        not null, -- JSON
    constraint recall_round_version_key unique (round_id, version)
);
