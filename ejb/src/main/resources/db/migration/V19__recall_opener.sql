-- who opened a voluntary recall: an operator of the importer (自理), or of its agent (代理); null when customs ordered it.
-- Who opened those of before stands in the audit log alone.
alter table recall_task add column filed_by varchar(50);
alter table recall_task add column agent_uscc char(18); -- null: 自理
alter table recall_task add column agent_name varchar(200);
