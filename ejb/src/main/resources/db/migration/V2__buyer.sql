-- 经销商 an enterprise has sold to, as it wrote them last: what the dialog 销售信息 offers while a name is typed
create table buyer (
    enterprise_id bigint       not null references enterprise,
    uscc          char(18)     not null,
    name          varchar(200) not null,
    address       varchar(300) not null,
    contact       varchar(30)  not null,
    used_at       timestamp with time zone not null,
    constraint buyer_key primary key (enterprise_id, uscc)
);

insert into buyer (enterprise_id, uscc, name, address, contact, used_at)
select enterprise_id, buyer_uscc, buyer_name, buyer_address, buyer_contact, created_at
from (select r.enterprise_id, s.buyer_uscc, s.buyer_name, s.buyer_address, s.buyer_contact, r.created_at,
          row_number() over (partition by r.enterprise_id, s.buyer_uscc order by r.id desc, s.row_no desc) as newest
      from sales_record s join trace_report r on r.id = s.report_id
      where r.status <> 'DELETED') sale
where newest = 1;
