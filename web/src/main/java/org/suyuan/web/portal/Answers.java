package org.suyuan.web.portal;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.ValidatorFactory;
import java.io.Serializable;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.rules.RuleText;

/**
 * What a use case answers, told to the user in their language: the one place where refusals and violated rules become
 * messages. Keys of our own texts begin with the variable of their bundle, as in pages: {@code traceText.saved}.
 */
@Named
@RequestScoped
public class Answers {

    /**
     * A message as the top of a page shows it.
     *
     * @param severity info, warn or error
     * @param field client id of the field that it is about, or null
     */
    public record Told(String severity, String text, String field) implements Serializable {

        static Told of(FacesMessage message) {
            message.rendered();
            var severity = message.getSeverity();
            return new Told(
                    severity == FacesMessage.SEVERITY_INFO
                            ? "info"
                            : severity == FacesMessage.SEVERITY_WARN ? "warn" : "error",
                    message.getSummary(),
                    message instanceof LinkedMessage linked ? linked.field() : null);
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param property of the command, where it is put right; null when it is about the whole
     */
    public record Fault(String property, String text) implements Serializable {}

    /** What the page at this address shows, when it is next opened, of what was said before. */
    private record Carried(String address, List<Told> told) implements Serializable {}

    private static final String CARRIED = "org.suyuan.web.portal.carried";
    private static final String REFUSALS = "org.suyuan.shared.Refusals";

    @Inject
    private Language language;

    @Inject
    private ValidatorFactory validation;

    private List<Told> carried;

    /** @return true when the use case did what was asked; else the user was told why not */
    public boolean toldOf(Runnable useCase) {
        return toldOf(null, useCase);
    }

    /** @param target where a refusal is shown, as for {@link #refuse(String, String, Object...)} */
    public boolean toldOf(String target, Runnable useCase) {
        var refusals = refusals(useCase);
        refusals.forEach(fault -> tell(target, fault.text()));
        return refusals.isEmpty();
    }

    /** @return why the use case did not do what was asked; nothing when it did */
    public List<Fault> refusals(Runnable useCase) {
        try {
            useCase.run();
            return List.of();
        } catch (Refusal refusal) {
            return List.of(new Fault(
                    null,
                    text(REFUSALS, refusal.messageKey(), refusal.arguments().toArray())));
        } catch (ConstraintViolationException violated) {
            return faults(violated.getConstraintViolations());
        } catch (EJBException | OptimisticLockException e) {
            if (Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .noneMatch(OptimisticLockException.class::isInstance)) {
                throw e;
            }
            return List.of(new Fault(null, text(REFUSALS, "trace.changedMeanwhile")));
        }
    }

    /** What is wrong with a command. */
    public List<Fault> faultsOf(Object command, Class<?>... groups) {
        return faults(validation.getValidator().validate(command, groups));
    }

    /** What is violated, in the order of the paths. */
    public List<Fault> faults(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .sorted(Comparator.comparingInt((ConstraintViolation<?> violation) -> row(violation.getPropertyPath()))
                        .thenComparing(violation -> violation.getPropertyPath().toString()))
                .map(violation -> new Fault(property(violation.getPropertyPath()), worded(violation)))
                .toList();
    }

    /** Messages for the top of the page. */
    public List<Told> getTold() {
        if (carried == null) {
            carried = takeCarried();
        }
        return Stream.concat(carried.stream(), said()).toList();
    }

    private static Stream<Told> said() {
        return FacesContext.getCurrentInstance().getMessageList(null).stream().map(Told::of);
    }

    /**
     * Goes on to another page, which shows what was said here. It is kept in the session, which all nodes share; what the flash
     * of Faces keeps, only the node that keeps it can read.
     *
     * @param address within the portal: {@code /trace/list}
     */
    public void leaveFor(String address) {
        var whole = Faces.getRequestContextPath() + address;
        Faces.setSessionAttribute(CARRIED, new Carried(whole, said().toList()));
        Faces.redirect(whole);
    }

    private static List<Told> takeCarried() {
        if (Faces.isPostback()
                || !Faces.hasSession()
                || !(Faces.getSessionAttribute(CARRIED) instanceof Carried found)
                || !found.address().equals(Faces.getRequestURI())) {
            return List.of();
        }
        Faces.removeSessionAttribute(CARRIED);
        return found.told();
    }

    public void info(String key, Object... arguments) {
        add(null, FacesMessage.SEVERITY_INFO, text(key, arguments));
    }

    /** @param target client id of the field or key of the messages that show it */
    public void inform(String target, String key, Object... arguments) {
        add(target, FacesMessage.SEVERITY_INFO, text(key, arguments));
    }

    public void warn(String target, String key, Object... arguments) {
        add(target, FacesMessage.SEVERITY_WARN, text(key, arguments));
    }

    /** @param target client id of the field or key of the p:messages that shows it; null for the top of the page */
    public void refuse(String target, String key, Object... arguments) {
        tell(target, text(key, arguments));
    }

    /** Says it beside the field, and at the top of the page with a way to the field. */
    public void refuseAt(String field, String key, Object... arguments) {
        pointTo(field, text(key, arguments));
    }

    /** As {@link #refuseAt}, in words that are there already. */
    public void pointTo(String field, String text) {
        tell(field, text);
        FacesContext.getCurrentInstance().addMessage(null, new LinkedMessage(text, field));
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

    /** As {@link #refuse}, in words that are there already. */
    public void tell(String target, String text) {
        add(target, FacesMessage.SEVERITY_ERROR, text);
        FacesContext.getCurrentInstance().validationFailed();
    }

    /** The use case's own container knows no user and hence no language: its message is worded anew. */
    private String worded(ConstraintViolation<?> violation) {
        var text = RuleText.of(validation, violation, language.getLocale());
        var row = row(violation.getPropertyPath());
        return row == 0 ? text : text("portalText.inRow", row, text);
    }

    /** The path within the command, also when the use case itself found the fault. */
    private static String property(Path path) {
        var whole = path.toString();
        return path.iterator().next().getKind() == ElementKind.METHOD
                ? whole.replaceFirst("\\w+\\.\\w+\\.?", "")
                : whole;
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
