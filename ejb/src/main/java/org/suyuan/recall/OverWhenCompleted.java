package org.suyuan.recall;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.suyuan.shared.BusinessTime;

/** With 是否召回完成 ticked no 召回完成日期 lies in the future (A7). */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OverWhenCompleted.Check.class)
public @interface OverWhenCompleted {

    String message() default "{recall.endDate.future}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself; names the date as what is wrong. */
    class Check implements ConstraintValidator<OverWhenCompleted, RoundForm> {

        @Override
        public boolean isValid(RoundForm form, ConstraintValidatorContext context) {
            var today = LocalDate.now(BusinessTime.ZONE);
            var future = IntStream.range(0, form.getActions().size())
                    .filter(i -> form.getActions().get(i).getEndDate() != null)
                    .filter(i -> form.getActions().get(i).getEndDate().isAfter(today))
                    .findFirst();
            if (!form.isCompleted() || future.isEmpty()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("actions")
                    .addPropertyNode("endDate")
                    .inIterable()
                    .atIndex(future.getAsInt())
                    .addConstraintViolation();
            return false;
        }
    }
}
