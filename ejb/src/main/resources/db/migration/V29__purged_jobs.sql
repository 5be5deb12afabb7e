-- retention: what jobs did before this day goes, too; a run that an upgrade interrupts leaves it
alter table purge_run add column jobs_before date default date '1970-01-01' not null;
