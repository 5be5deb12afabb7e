package org.suyuan.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;

/** Stands before every use case of people and asks whether the caller may do this, for whom he acts, as he signed
 * in; what a regulator reads is noted here. */
@Within(Scope.READ)
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class ScopeGuard {

    @Inject
    private Caller caller;

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        var method = call.getMethod();
        var within = Optional.ofNullable(method.getAnnotation(Within.class))
                .orElseGet(() -> method.getDeclaringClass().getAnnotation(Within.class));
        caller.require(within.value());
        caller.noteReading(method.getDeclaringClass().getSimpleName() + "." + method.getName(), subject(call));
        return call.proceed();
    }

    /** The key of a record that a query begins with, or null. */
    private static String subject(InvocationContext call) {
        var parameters = call.getParameters(); // null when there are none
        var first = parameters == null || parameters.length == 0 ? null : parameters[0];
        return first instanceof String || first instanceof Long ? first.toString() : null;
    }
}
