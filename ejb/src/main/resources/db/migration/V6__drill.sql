-- drills: mock recalls by which an importer practises, and proves that it can trace its goods
create sequence drill_no_seq start with 1 increment by 1;
create sequence drill_seq start with 50 increment by 50;
create table drill (
    id             bigint         not null primary key,
    drill_no       char(18)       not null,
    importer_uscc  char(18)       not null,
    importer_name  varchar(200)   not null,
    scenario       varchar(1000)  not null,
    reason         varchar(1000)  not null,
    -- the lots, and what customs had declared of them when the drill began
    declaration_no char(18)       not null,
    goods_seq_no   integer        not null,
    batch_nos      varchar(400), -- separated by ';'; none means all lots of the item
    food_name      varchar(200)   not null,
    specification  varchar(200),
    exporter       varchar(200),
    import_date    date           not null,
    imported       numeric(19, 5) not null,
    unit           char(3)        not null,
    -- what the trace found
    started_by     varchar(50)    not null,
    started_at     timestamp with time zone not null,
    trace_millis   bigint         not null,
    sales          integer        not null,
    buyers         integer        not null,
    sold           numeric(24, 5) not null,
    not_filed      numeric(24, 5) not null,
    lots_mixed     boolean        not null,
    -- how it ended
    counted_stock  numeric(19, 5),
    conclusion     varchar(1000),
    improvements   varchar(1000),
    finished_by    varchar(50),
    finished_at    timestamp with time zone,
    constraint drill_no_key unique (drill_no)
);
create index drill_owner_idx on drill (importer_uscc, id);

-- the sales as they were when the drill began, whatever becomes of their reports; the drill is not referred to by a
-- foreign key, since checking it row by row took as long as half of a large trace, and no drill is ever deleted
create table drill_sale (
    drill_id       bigint         not null,
    ordinal        integer        not null,
    unified_no     char(18)       not null,
    status         varchar(20)    not null, -- of the report
    batch_no       varchar(400),
    row_no         integer        not null,
    buyer_name     varchar(200)   not null,
    buyer_uscc     char(18)       not null,
    buyer_address  varchar(300)   not null,
    buyer_contact  varchar(30)    not null,
    sold_quantity  numeric(19, 5) not null,
    delivery_date  date           not null,
    primary key (drill_id, ordinal)
);

-- whom to tell, those who bought most first, and whether they could be reached
create table drill_buyer (
    drill_id       bigint         not null references drill,
    ordinal        integer        not null,
    uscc           char(18)       not null,
    name           varchar(200)   not null,
    address        varchar(300)   not null,
    contact        varchar(30)    not null,
    sold_quantity  numeric(24, 5) not null,
    sales          bigint         not null,
    last_delivery  date           not null,
    result         varchar(10),
    note           varchar(300),
    tried_by       varchar(50),
    tried_at       timestamp with time zone,
    primary key (drill_id, ordinal)
);

-- the evidence: made once, when the drill ends
create sequence drill_file_seq start with 50 increment by 50;
create table drill_file (
    id             bigint         not null primary key,
    drill_id       bigint         not null references drill,
    format         varchar(4)     not null,
    content        bytea          not null,
    sha256         char(64)       not null,
    constraint drill_file_key unique (drill_id, format)
);
