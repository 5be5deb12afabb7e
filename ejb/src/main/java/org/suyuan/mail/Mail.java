package org.suyuan.mail;

import java.util.regex.Pattern;

/**
 * A letter to one person.
 *
 * @param occasion natural key of what causes it, as in {@code notice.RC2026000000000001.91350100M000100Y43.1}; becomes the
 *     Message-ID and, in training mode, the name of a file
 * @param recipient an e-mail address
 * @param body plain text
 */
public record Mail(String occasion, String recipient, String subject, String body) {

    private static final Pattern OCCASION = Pattern.compile("[A-Za-z0-9]+([.-][A-Za-z0-9]+)*");

    public Mail {
        if (occasion.length() > 100 || !OCCASION.matcher(occasion).matches()) {
            throw new IllegalArgumentException("Not an occasion: " + occasion);
        }
    }
}
