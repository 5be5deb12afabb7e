package org.suyuan.container;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.transaction.UserTransaction;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.recall.papers.PaperName;
import org.suyuan.shared.DeclarationNumber;
import org.suyuan.shared.Refusal;

/**
 * Calls any public operation of a session bean as whoever is signed in: {@code POST /operation/<context.Bean.method>} with
 * the arguments as a JSON array, those that are not given being nothing. Whatever it does is taken back. Answers {@code
 * denied}, {@code refused <key>}, {@code invalid <message>}, {@code failed <why>}, {@code empty} or {@code answered}.
 */
@WebServlet("/operation/*")
public class Operations extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Jsonb JSON = JsonbBuilder.create();

    private static final Map<Class<?>, Function<String, Object>> FROM_TEXT = Map.of(
            String.class, text -> text,
            long.class, Long::valueOf,
            DeclarationNumber.class, DeclarationNumber::new,
            PaperName.class, text -> PaperName.parse(text).orElseThrow(),
            Locale.class, Locale::forLanguageTag);

    private static final Map<Class<?>, Object> NOTHING = Map.of(long.class, 0L, int.class, 0, boolean.class, false);

    @Resource
    private transient UserTransaction transaction;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setCharacterEncoding("UTF-8");
        var operation = request.getPathInfo().substring(1);
        var dot = operation.lastIndexOf('.');
        JsonArray arguments;
        try (var reader = Json.createReader(request.getInputStream())) {
            arguments = reader.readArray();
        }
        var session = request.getSession(false);
        var before = attributes(session);
        response.getWriter().print(takenBack(operation.substring(0, dot), operation.substring(dot + 1), arguments));
        restore(session, before);
    }

    private String takenBack(String bean, String method, JsonArray arguments) {
        try {
            transaction.begin();
            try {
                return call(bean, method, arguments);
            } finally {
                transaction.rollback();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String call(String bean, String name, JsonArray arguments) throws ReflectiveOperationException {
        var type = Class.forName("org.suyuan." + bean);
        var method = Stream.of(type.getMethods())
                .filter(one -> one.getName().equals(name)
                        && (arguments.isEmpty() || one.getParameterCount() == arguments.size()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        bean + " has no method " + name + " with " + arguments.size() + " arguments"));
        try {
            var answer = method.invoke(CDI.current().select(type).get(), arguments(method, arguments));
            return isNothing(method, answer) ? "empty" : "answered";
        } catch (InvocationTargetException thrown) {
            return inWords(thrown.getCause());
        }
    }

    private static Object[] arguments(Method method, JsonArray given) {
        var types = method.getParameterTypes();
        var arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = given.isEmpty() ? NOTHING.get(types[i]) : argument(types[i], given.get(i));
        }
        return arguments;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object argument(Class<?> type, JsonValue given) {
        if (given instanceof JsonString text) {
            return type.isEnum()
                    ? Enum.valueOf((Class<Enum>) type, text.getString())
                    : FROM_TEXT.get(type).apply(text.getString());
        }
        return JSON.fromJson(given.toString(), (Class<?>) type);
    }

    private static boolean isNothing(Method method, Object answer) {
        return method.getReturnType() != void.class
                && (answer == null
                        || answer.equals(0)
                        || answer instanceof Optional<?> one && one.isEmpty()
                        || answer instanceof Collection<?> many && many.isEmpty());
    }

    private static String inWords(Throwable thrown) {
        if (thrown instanceof EJBAccessException) {
            return "denied";
        }
        if (thrown instanceof Refusal refusal) {
            return "refused " + refusal.messageKey();
        }
        if (thrown instanceof ConstraintViolationException invalid) {
            return "invalid "
                    + invalid.getConstraintViolations().stream()
                            .map(violation -> violation.getPropertyPath() + " " + violation.getMessageTemplate())
                            .collect(Collectors.joining(", "));
        }
        var cause = thrown instanceof EJBException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return "failed " + cause;
    }

    private static Map<String, Object> attributes(HttpSession session) {
        return session == null
                ? Map.of()
                : Collections.list(session.getAttributeNames()).stream()
                        .collect(Collectors.toMap(name -> name, session::getAttribute));
    }

    /** Whom one acts for stands in the session. */
    private static void restore(HttpSession session, Map<String, Object> before) {
        if (session != null) {
            Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
            before.forEach(session::setAttribute);
        }
    }
}
