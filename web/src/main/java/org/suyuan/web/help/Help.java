package org.suyuan.web.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.suyuan.web.portal.Language;

/** 帮助: {@code /help} is the contents, {@code /help/filing} a page, in the language of the reader. */
@Named
@RequestScoped
public class Help {

    @Inject
    private HelpBook book;

    @Inject
    private Language language;

    @Inject
    @Param(pathIndex = 0)
    private String name;

    public void open() {
        if (name != null && getPage() == null) {
            Faces.responseSendError(404, null);
        }
    }

    public List<HelpPage> getPages() {
        return book.in(getLanguage());
    }

    /** The page in the address; null for the contents. */
    public HelpPage getPage() {
        return at(position());
    }

    /** What the page says; null for the contents. */
    public String getFragment() {
        return getPage() == null ? null : HelpBook.file(getLanguage(), name);
    }

    public HelpPage getPrevious() {
        return at(position() - 1);
    }

    public HelpPage getNext() {
        return getPage() == null ? null : at(position() + 1);
    }

    /** Name of the folders of this language. */
    public String getLanguage() {
        return language.isEnglish() ? "en" : "zh";
    }

    private int position() {
        return getPages().stream().map(HelpPage::name).toList().indexOf(name);
    }

    private HelpPage at(int position) {
        return position >= 0 && position < getPages().size() ? getPages().get(position) : null;
    }
}
