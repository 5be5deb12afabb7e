package org.suyuan.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
public class SocialCreditCodeConverter implements AttributeConverter<SocialCreditCode, String> {

    @Override
    public String convertToDatabaseColumn(SocialCreditCode code) {
        return code == null ? null : code.value();
    }

    @Override
    public SocialCreditCode convertToEntityAttribute(String column) {
        return column == null ? null : new SocialCreditCode(column);
    }
}
