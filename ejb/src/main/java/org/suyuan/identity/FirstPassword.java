package org.suyuan.identity;

import java.security.SecureRandom;

/** A password for somebody who must choose a better one at the first sign-in. */
final class FirstPassword {

    /** Without letters and digits that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16; // of 31 letters: 79 bits

    private static final SecureRandom RANDOM = new SecureRandom();

    private FirstPassword() {}

    static String any() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .collect(
                        StringBuilder::new,
                        (text, letter) -> text.append(LETTERS.charAt(letter)),
                        StringBuilder::append)
                .toString();
    }
}
