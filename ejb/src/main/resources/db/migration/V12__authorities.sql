-- identity: organisations that import nothing but supervise those who do (监管部门、海关); their accounts read everything (U3)
alter table enterprise add column authority boolean default false not null;
