package org.suyuan.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.suyuan.identity.CardConnection;
import org.suyuan.identity.card.CardRefused;

/**
 * Tells an open page whether the card that it was opened with is still there: 204 when the connection was opened with it, else
 * 404. Closes the connection, so that the browser needs the card for a new one; is no use of the session, which would else never
 * be over.
 */
@WebServlet(CardConnection.THERE)
public class CardThere extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CardConnection connection;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        response.setStatus(isThere(request) ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_NOT_FOUND);
    }

    private boolean isThere(HttpServletRequest request) {
        try {
            return connection.certificate(request).fingerprint().equals(request.getParameter("card"));
        } catch (CardRefused none) {
            return false;
        }
    }
}
