package org.suyuan.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** What an error page sees of the request that went wrong: nothing that was sent with it, for it may be forged. */
final class BareRequest extends HttpServletRequestWrapper {

    BareRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    /** A page is shown, even to a script. */
    @Override
    public String getHeader(String name) {
        return name.equalsIgnoreCase("Faces-Request") ? null : super.getHeader(name);
    }

    @Override
    public String getParameter(String name) {
        return null;
    }

    @Override
    public String[] getParameterValues(String name) {
        return null;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }
}
