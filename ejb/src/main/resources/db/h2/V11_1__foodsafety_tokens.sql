-- words of food-safety notices with their weights, made by the portal (ADR-015)
create table food_safety_token (
    token     varchar(300) not null,
    notice_id bigint       not null references food_safety_notice,
    points    integer      not null,
    constraint food_safety_token_key primary key (token, notice_id)
);
create index food_safety_token_notice_idx on food_safety_token (notice_id);
