package org.suyuan.web.portal;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import org.omnifaces.exceptionhandler.FullAjaxExceptionHandlerFactory;
import org.suyuan.shared.DatabaseWatch;

/**
 * What fails while a page is at work: an absent database leaves the page as it stands and is left to {@link WithoutDatabase};
 * anything else shows an error page in its place, also to what was posted in the background.
 */
public class PageFailures extends FullAjaxExceptionHandlerFactory {

    public PageFailures(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new ExceptionHandlerWrapper(super.getExceptionHandler()) {
            @Override
            public void handle() {
                for (var event : getUnhandledExceptionQueuedEvents()) {
                    var failure = event.getContext().getException();
                    if (database().isCauseOf(failure)) {
                        throw new FacesException(failure);
                    }
                }
                super.handle();
            }

            private DatabaseWatch database() {
                return CDI.current().select(DatabaseWatch.class).get();
            }
        };
    }
}
