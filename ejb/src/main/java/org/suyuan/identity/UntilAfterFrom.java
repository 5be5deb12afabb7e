package org.suyuan.identity;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The last day of an authorisation is not before its first. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = UntilAfterFrom.Check.class)
public @interface UntilAfterFrom {

    String message() default "{agent.validUntil.beforeFrom}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself; names the last day as what is wrong. */
    class Check implements ConstraintValidator<UntilAfterFrom, AuthorizationForm> {

        @Override
        public boolean isValid(AuthorizationForm form, ConstraintValidatorContext context) {
            if (form.getValidFrom() == null
                    || form.getValidUntil() == null
                    || !form.getValidUntil().isBefore(form.getValidFrom())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("validUntil")
                    .addConstraintViolation();
            return false;
        }
    }
}
