package org.suyuan.shared.rules;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The text holds what a line of text may hold: no control characters and no halves of characters, which XML refuses.
 * Longer texts may have several lines.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {

    String message() default "{rule.plainText}";

    boolean severalLines() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    class Check implements ConstraintValidator<PlainText, String> {

        private boolean severalLines;

        @Override
        public void initialize(PlainText rule) {
            severalLines = rule.severalLines();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null
                    || text.codePoints().allMatch(c -> isPlain(c) || severalLines && (c == '\n' || c == '\r'));
        }

        private static boolean isPlain(int character) {
            return !Character.isISOControl(character)
                    && Character.getType(character) != Character.SURROGATE
                    && character != 0xFFFE
                    && character != 0xFFFF;
        }
    }
}
