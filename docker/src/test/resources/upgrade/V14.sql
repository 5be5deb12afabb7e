-- What was added up to version 14: an open recall with a round and a hold, a risk and the notice to a buyer
insert into recall_task (id, task_no, kind, status, importer_uscc, declaration_no, goods_seq_no, food_name, recall_level,
        reason, nonconformity_no, notified_at, initiated_on, cancelled, message_time, revision, received_at, lock_version)
    values (1, 'RC2026000000000001', 'ORDERED', 'OPEN', '91310115MA1TEXT01R', '220220261000000001', 1, '冷冻去骨牛肉',
        'LEVEL_1', '检出沙门氏菌', 'BHG-1', current_timestamp, date '2026-03-01', false, current_timestamp, 1,
        current_timestamp, 1);
insert into lot_hold (id, task_no, declaration_no, goods_seq_no, reason, placed_at)
    values (1, 'RC2026000000000001', '220220261000000001', 1, '检出沙门氏菌', current_timestamp);
insert into recall_round (id, task_id, importer_uscc, round_no, version, status, completed, unsold_too, destroyed, remedied,
        in_stock, unrecoverable, created_by, created_at, lock_version, filed_by)
    values (1, 1, '91310115MA1TEXT01R', 1, 1, 'DRAFT', false, false, 0, 0, 0, 0, 'veteran', current_timestamp, 1, 'veteran');
insert into buyer_notice (id, task_id, importer_uscc, buyer_uscc, buyer_name, token, issued_at, expires_at, mails,
        mail_failed, reminders)
    values (1, 1, '91310115MA1TEXT01R', '91110000600037341L', '新名', 'token', current_timestamp, current_timestamp, 0,
        false, 0);
insert into food_safety_notice (id, category, source, origin_id, withdrawn, message_time, received_at, revision, content_hash,
        title, published_on, country, product, hazard)
    values (1000, 'RISK', 'SAMR', 'R-1', false, current_timestamp, current_timestamp, 1, 'x', '牛肉检出沙门氏菌',
        date '2026-03-01', 'AUS', '冷冻去骨牛肉', '沙门氏菌');
