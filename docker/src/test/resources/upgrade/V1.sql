-- What a portal of version 1 held: two accounts, a declaration, reports in three statuses, a message that waits, events
insert into enterprise (id, uscc, name, customs_district) values (1, '91310115MA1TEXT01R', '上海溯源进口食品有限公司', '2200');
insert into account (id, login_name, password_hash, enterprise_id, role, training, enabled)
    values (1, 'veteran', 'x', 1, 'ENTERPRISE', false, true), (2, 'leaver', 'x', 1, 'ENTERPRISE', false, false);
insert into failed_sign_in (login_name, address, failed_at) values ('veteran', '192.0.2.1', current_timestamp);
insert into declaration (id, declaration_no, customs_district, entry_port, import_date, consignee_uscc, consignee_name,
        cancelled, message_time, received_at, revision)
    values (1000, '220220261000000001', '2202', '311002', date '2026-01-15', '91310115MA1TEXT01R', '上海溯源进口食品有限公司',
        false, timestamp with time zone '2026-01-15 10:00:00+08:00', current_timestamp, 1);
insert into goods_item (id, declaration_id, seq_no, goods_code, name, quantity, unit, origin_country, removed)
    values (1000, 1000, 1, '0202300010', '冷冻去骨牛肉', 1000, '035', 'AUS', false);
insert into trace_report (id, unified_no, enterprise_id, version, status, apply_customs, report_date, generate_qr,
        goods_item_id, declaration_no, goods_seq_no, food_name, quantity, unit, import_date, created_by, created_at,
        submitted_at, lock_version)
    values (1, 'FT2026000000000001', 1, 1, 'CUSTOMS_STORED', '2200', date '2026-02-01', true, 1000, '220220261000000001', 1,
            '冷冻去骨牛肉', 1000, '035', date '2026-01-15', 'veteran', current_timestamp, current_timestamp, 1),
        (2, 'FT2026000000000002', 1, 1, 'SUBMITTED', '2200', date '2026-02-02', false, 1000, '220220261000000001', 1,
            '冷冻去骨牛肉', 1000, '035', date '2026-01-15', 'veteran', current_timestamp, current_timestamp, 1),
        (3, 'FT2026000000000003', 1, 1, 'DRAFT', '2200', date '2026-02-03', false, null, null, null, null, null, null, null,
            'leaver', current_timestamp, null, 1);
insert into sales_record (id, report_id, row_no, buyer_name, buyer_uscc, buyer_address, buyer_contact, sold_quantity,
        delivery_date)
    values (1, 1, 1, '旧名', '91110000600037341L', '旧址', '13900000001', 10, date '2026-01-20'),
        (2, 2, 1, '新名', '91110000600037341L', '新址', '13900000001', 20, date '2026-01-21');
insert into trace_event (id, report_id, version, status, happened_at) values (1, 1, 1, 'CUSTOMS_STORED', current_timestamp);
insert into qr_due (report_id) values (1);
insert into outbox_message (id, message_id, message_type, business_key, version, content, state, attempts, next_attempt_at,
        created_at)
    values (1, 'FTR101_FT2026000000000002_1', 'FTR101', 'FT2026000000000002', 1, '<waiting/>', 'WAITING', 0,
        current_timestamp, current_timestamp);
insert into audit_event (id, happened_at, actor, enterprise, action, subject)
    values (1, current_timestamp, 'veteran', '91310115MA1TEXT01R', 'trace.submit', 'FT2026000000000001'),
        (2, current_timestamp, 'veteran', '91310115MA1TEXT01R', 'trace.submit', 'FT2026000000000002');
