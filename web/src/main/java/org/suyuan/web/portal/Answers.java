package org.suyuan.web.portal;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.ValidatorFactory;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.Iterator;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.rules.RuleText;

/**
 * What a use case answers, told to the user in their language: the one place where refusals and violated rules become
 * messages. Keys of our own texts begin with the variable of their bundle, as in pages: {@code traceText.saved}.
 */
@RequestScoped
public class Answers {

    private static final String REFUSALS = "org.suyuan.shared.Refusals";

    @Inject
    private Language language;

    @Inject
    private ValidatorFactory validation;

    /** @return true when the use case did what was asked; else the user was told why not */
    public boolean toldOf(Runnable useCase) {
        return toldOf(null, useCase);
    }

    /** @param target where a refusal is shown, as for {@link #refuse(String, String, Object...)} */
    public boolean toldOf(String target, Runnable useCase) {
        try {
            useCase.run();
            return true;
        } catch (Refusal refusal) {
            tell(
                    target,
                    text(REFUSALS, refusal.messageKey(), refusal.arguments().toArray()));
        } catch (ConstraintViolationException violated) {
            violated.getConstraintViolations().forEach(this::refuse);
        } catch (EJBException | OptimisticLockException e) {
            if (Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .noneMatch(OptimisticLockException.class::isInstance)) {
                throw e;
            }
            tell(target, text(REFUSALS, "trace.changedMeanwhile"));
        }
        return false;
    }

    /** @return true when nothing is violated; else the user was told what */
    public <T> boolean complete(Collection<ConstraintViolation<T>> violations) {
        violations.forEach(this::refuse);
        return violations.isEmpty();
    }

    public void info(String key, Object... arguments) {
        add(null, FacesMessage.SEVERITY_INFO, text(key, arguments));
    }

    public void warn(String target, String key, Object... arguments) {
        add(target, FacesMessage.SEVERITY_WARN, text(key, arguments));
    }

    /** @param target client id of the field or key of the p:messages that shows it; null for the top of the page */
    public void refuse(String target, String key, Object... arguments) {
        add(target, FacesMessage.SEVERITY_ERROR, text(key, arguments));
        FacesContext.getCurrentInstance().validationFailed();
    }

    public String text(String key, Object... arguments) {
        var dot = key.indexOf('.');
        var context = FacesContext.getCurrentInstance();
        var bundle = context.getApplication().getResourceBundle(context, key.substring(0, dot));
        return formatted(bundle.getString(key.substring(dot + 1)), arguments);
    }

    private String text(String bundle, String key, Object[] arguments) {
        return formatted(ResourceBundle.getBundle(bundle, language.getLocale()).getString(key), arguments);
    }

    private String text(String bundle, String key) {
        return text(bundle, key, new Object[0]);
    }

    private void tell(String target, String text) {
        add(target, FacesMessage.SEVERITY_ERROR, text);
        FacesContext.getCurrentInstance().validationFailed();
    }

    /** The use case's own container knows no user and hence no language: its message is worded anew. */
    private void refuse(ConstraintViolation<?> violation) {
        var text = RuleText.of(validation, violation, language.getLocale());
        var row = row(violation.getPropertyPath());
        tell(null, row == 0 ? text : text("portalText.inRow", row, text));
    }

    /** Number of the row of a list that the path leads into, or 0. */
    private static int row(Path path) {
        Iterator<Path.Node> nodes = path.iterator();
        while (nodes.hasNext()) {
            var index = nodes.next().getIndex();
            if (index != null) {
                return index + 1;
            }
        }
        return 0;
    }

    private static String formatted(String pattern, Object[] arguments) {
        return MessageFormat.format(
                pattern, Stream.of(arguments).map(Answers::plain).toArray());
    }

    /** Quantities and dates as they are written everywhere here; MessageFormat would round and group them. */
    private static String plain(Object argument) {
        return argument instanceof BigDecimal quantity ? Format.plain(quantity) : String.valueOf(argument);
    }

    private static void add(String target, FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(target, new FacesMessage(severity, text, text));
    }
}
