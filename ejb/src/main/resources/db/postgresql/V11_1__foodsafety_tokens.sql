-- words of food-safety notices with their weights, made by the portal (ADR-015)
alter table food_safety_notice add column tokens tsvector;
create index food_safety_notice_tokens_idx on food_safety_notice using gin (tokens) with (fastupdate = off);
