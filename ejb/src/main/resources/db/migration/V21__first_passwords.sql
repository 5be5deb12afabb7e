-- identity: passwords that somebody else handed over are good for a few days; null when the operator chose his own
alter table account add column first_password_until timestamp with time zone;
update account set first_password_until = current_timestamp + interval '7' day where must_change_password;
alter table account drop column must_change_password;
