-- audit: each event is sealed into a chain of hashes seconds after it was written (F19)
alter table audit_event add column seal_no bigint; -- place in the chain, from 1; null until it is sealed
alter table audit_event add column seal char(64);  -- SHA-256 over the event and the seal before it
alter table audit_event add constraint audit_event_seal_no_key unique (seal_no);

-- the last link; its only row
create table audit_head (
    seal_no bigint   not null,
    seal    char(64) not null
);
insert into audit_head values (0, '0000000000000000000000000000000000000000000000000000000000000000');
