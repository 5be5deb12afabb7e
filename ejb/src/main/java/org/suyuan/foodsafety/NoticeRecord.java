package org.suyuan.foodsafety;

import java.util.List;
import java.util.Map;

/**
 * A notice as an authority publishes, amends or withdraws it, whole. It is known by its source and the number it has there
 * (U4, Q9).
 *
 * @param source code of the authority, as in the table AUTHORITY
 * @param values what it says; nothing for a bare withdrawal
 */
public record NoticeRecord(
        InfoCategory category,
        String source,
        String originId,
        boolean withdrawn,
        Map<NoticeField, String> values,
        List<Attachment> attachments) {}
