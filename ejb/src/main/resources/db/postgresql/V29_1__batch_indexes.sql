-- The batch runtime looks these up at each start of a job, and makes no index for it; by the second one old checkpoints are removed
create index jbatchcheckpointdata_id_idx on jbatchcheckpointdata (id);
create index jbatchcheckpointdata_instance_idx on jbatchcheckpointdata (substring(id from 1 for position(',' in id) - 1));
create index jbatchjobinstancedata_name_idx on jbatchjobinstancedata (name, apptag, jobinstanceid);
create index jbatchexecutioninstancedata_instance_idx on jbatchexecutioninstancedata (jobinstanceid);
create index jbatchstepexecutioninstancedata_execution_idx on jbatchstepexecutioninstancedata (jobexecid);
create index jbatchjobstatus_id_idx on jbatchjobstatus (id);
create index jbatchstepstatus_id_idx on jbatchstepstatus (id);
