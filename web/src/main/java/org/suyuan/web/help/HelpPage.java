package org.suyuan.web.help;

import java.util.List;
import java.util.regex.Pattern;

/** One page of the help in one language: its part of the address, its title, and what can be linked to on it. */
public record HelpPage(String name, String title, List<Heading> headings) {

    private static final Pattern TITLE = Pattern.compile("<h1>([^<]+)</h1>");
    private static final Pattern HEADING = Pattern.compile("<h2 id=\"([a-z-]+)\">([^<]+)</h2>");

    /** A section of the page; its id is the anchor. */
    public record Heading(String id, String text) {}

    static HelpPage of(String name, String markup) {
        var title = TITLE.matcher(markup);
        if (!title.find()) {
            throw new IllegalArgumentException("The help page " + name + " has no title");
        }
        var headings = HEADING.matcher(markup)
                .results()
                .map(heading -> new Heading(heading.group(1), heading.group(2)))
                .toList();
        return new HelpPage(name, title.group(1), headings);
    }
}
