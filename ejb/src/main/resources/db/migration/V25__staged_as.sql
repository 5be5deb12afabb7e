-- exchange: the attempt at handing a message over that may release it (ADR-003); null for those staged before this column
alter table outbox_message add column staged_as varchar(36);
