package org.suyuan.recall;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** 召回完成日期 is not before 召回开始日期 (A7). */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EndsAfterStart.Check.class)
public @interface EndsAfterStart {

    String message() default "{recall.endDate.beforeStart}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself; names the date as what is wrong. */
    class Check implements ConstraintValidator<EndsAfterStart, ActionLine> {

        @Override
        public boolean isValid(ActionLine line, ConstraintValidatorContext context) {
            if (line.getStartDate() == null
                    || line.getEndDate() == null
                    || !line.getEndDate().isBefore(line.getStartDate())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("endDate")
                    .addConstraintViolation();
            return false;
        }
    }
}
