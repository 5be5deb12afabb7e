-- identity: what administrators see of the cards of their enterprise; empty for cards not used since
alter table card_certificate add column valid_from timestamp with time zone;
alter table card_certificate add column valid_until timestamp with time zone;
alter table card_certificate add column last_used_at timestamp with time zone;
