-- identity: what a principal entrusts to an agent (委托). The agent is named by its code, known here or not yet.
create sequence agent_authorization_seq start with 50 increment by 50;
create table agent_authorization (
    id           bigint      not null primary key,
    principal_id bigint      not null references enterprise,
    agent_uscc   char(18)    not null,
    trace_filing boolean     not null, -- 追溯填报
    recall_reporting boolean not null, -- 召回报告
    valid_from   date        not null,
    valid_until  date        not null, -- inclusive
    status       varchar(10) not null,
    granted_by   varchar(50) not null,
    granted_at   timestamp with time zone not null,
    answered_by  varchar(50), -- who accepted or declined
    answered_at  timestamp with time zone,
    revoked_by   varchar(50),
    revoked_by_uscc char(18), -- either side may end it
    revoked_at   timestamp with time zone,
    revoke_reason varchar(200),
    constraint agent_authorization_period check (valid_until >= valid_from)
);
create index agent_authorization_principal_idx on agent_authorization (principal_id, id);
create index agent_authorization_agent_idx on agent_authorization (agent_uscc, id);

-- who filed the report or round as it stands: an operator of the importer (自理), or of its agent (代理)
alter table trace_report add column filed_by varchar(50);
alter table trace_report add column agent_uscc char(18); -- null: 自理
alter table trace_report add column agent_name varchar(200);
update trace_report set filed_by = created_by;
alter table trace_report alter column filed_by set not null;
alter table recall_round add column filed_by varchar(50);
alter table recall_round add column agent_uscc char(18);
alter table recall_round add column agent_name varchar(200);
update recall_round set filed_by = created_by;
alter table recall_round alter column filed_by set not null;
