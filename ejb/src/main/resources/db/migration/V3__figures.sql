-- for the home page and the list by status
create index trace_report_owner_status_idx on trace_report (enterprise_id, status, id);
create index trace_report_owner_answer_idx on trace_report (enterprise_id, answered_at);
