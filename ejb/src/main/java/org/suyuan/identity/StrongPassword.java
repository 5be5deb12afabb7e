package org.suyuan.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * A password that is hard to guess: 8 to 128 characters of any kind, none of those that everybody tries, no keyboard runs,
 * dates and the like (OWASP ASVS 5.0, 6.2). Nothing at all is left to {@code @NotNull}.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = StrongPassword.Check.class)
public @interface StrongPassword {

    String message() default "{identity.password.weak}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    class Check implements ConstraintValidator<StrongPassword, String> {

        private static final int SHORTEST = 8;
        private static final int LONGEST = 128;

        /** Needs at least 10<sup>8</sup> guesses; the estimate is Dropbox's zxcvbn. */
        private static final int SAFELY_UNGUESSABLE = 3;

        private static final List<String> KNOWN_HERE = List.of("suyuan", "zhuisu", "haiguan", "customs", "recall");

        private static final Zxcvbn STRENGTH = new Zxcvbn();

        @Override
        public boolean isValid(String password, ConstraintValidatorContext context) {
            return password == null
                    || password.length() >= SHORTEST
                            && password.length() <= LONGEST
                            && STRENGTH.measure(password, KNOWN_HERE).getScore() >= SAFELY_UNGUESSABLE;
        }
    }
}
