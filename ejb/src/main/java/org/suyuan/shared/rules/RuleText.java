package org.suyuan.shared.rules;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Locale;

/** A violated rule in words of the user's language: Bean Validation itself asks for that of the server. */
public final class RuleText {

    private RuleText() {}

    public static String of(ValidatorFactory validation, ConstraintViolation<?> violation, Locale language) {
        return validation
                .getMessageInterpolator()
                .interpolate(violation.getMessageTemplate(), new Violated(violation), language);
    }

    private record Violated(ConstraintViolation<?> violation) implements MessageInterpolator.Context {

        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return violation.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return violation.getInvalidValue();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }
}
