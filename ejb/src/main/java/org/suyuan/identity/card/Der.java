package org.suyuan.identity.card;

/** The outer shape of DER, looked at before anything parses it: a parser may drown in what a stranger has nested. */
final class Der {

    private static final int LARGEST = 16 * 1024;
    private static final int DEEPEST = 20;

    private Der() {}

    /** True for exactly one element of reasonable size and depth whose lengths fit into each other. */
    static boolean isOneSmallElement(byte[] content) {
        var ends = new int[DEEPEST];
        ends[0] = content.length;
        var depth = 0;
        var position = 0;
        while (position < content.length) {
            if (depth == 0 && position > 0 || ends[depth] - position < 2) {
                return false;
            }
            var tag = content[position] & 0xff;
            var length = content[position + 1] & 0xff;
            position += 2;
            if (length >= 0x80) {
                var octets = length & 0x7f;
                if (octets == 0 || octets > 2 || ends[depth] - position < octets) {
                    return false;
                }
                length = 0;
                for (int i = 0; i < octets; i++) {
                    length = length << 8 | content[position++] & 0xff;
                }
            }
            if ((tag & 0x1f) == 0x1f || length > ends[depth] - position) {
                return false;
            }
            if ((tag & 0x20) == 0) {
                position += length;
            } else if (++depth < DEEPEST) {
                ends[depth] = position + length;
            } else {
                return false;
            }
            while (depth > 0 && position == ends[depth]) {
                depth--;
            }
        }
        return content.length > 0 && content.length <= LARGEST && depth == 0;
    }
}
