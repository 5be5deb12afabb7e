package org.suyuan.exchange.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds out how the bytes of a message stand for characters: by byte order mark, else by the XML declaration, else UTF-8.
 * Only encodings in use between customs and enterprises are read.
 */
final class XmlEncoding {

    private static final int LONGEST_DECLARATION = 400;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final Set<String> READ =
            Set.of("UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "GB2312", "US-ASCII");

    private XmlEncoding() {}

    /** Leaves the stream, which must support marks, at the first character. */
    static Charset detect(InputStream bytes) throws IOException, MessageFault {
        bytes.mark(LONGEST_DECLARATION);
        var start = bytes.readNBytes(LONGEST_DECLARATION);
        bytes.reset();
        Charset found;
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            bytes.skipNBytes(3);
            found = StandardCharsets.UTF_8;
        } else if (startsWith(start, 0xFE, 0xFF)) {
            bytes.skipNBytes(2);
            found = StandardCharsets.UTF_16BE;
        } else if (startsWith(start, 0xFF, 0xFE)) {
            bytes.skipNBytes(2);
            found = StandardCharsets.UTF_16LE;
        } else if (startsWith(start, 0, '<')) {
            found = StandardCharsets.UTF_16BE;
        } else if (startsWith(start, '<', 0)) {
            found = StandardCharsets.UTF_16LE;
        } else {
            return declared(new String(start, StandardCharsets.ISO_8859_1));
        }
        var text = new String(start, found);
        refuseContradiction(text.startsWith("\uFEFF") ? text.substring(1) : text, found);
        return found;
    }

    private static Charset declared(String start) throws MessageFault {
        var declaration = DECLARED.matcher(start);
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        var name = declaration.group(1).toUpperCase(Locale.ROOT);
        if (!READ.contains(name)) {
            throw new MessageFault(1, "不支持的编码 " + declaration.group(1));
        }
        if (name.startsWith("UTF-16")) {
            throw new MessageFault(1, "声明的编码 " + declaration.group(1) + " 与文件内容不符");
        }
        return Charset.forName(name);
    }

    private static void refuseContradiction(String text, Charset found) throws MessageFault {
        var declaration = DECLARED.matcher(text);
        var family = found.equals(StandardCharsets.UTF_8) ? "UTF-8|UTF8" : "UTF-16|" + found.name();
        if (declaration.find() && !declaration.group(1).toUpperCase(Locale.ROOT).matches(family)) {
            throw new MessageFault(1, "声明的编码 " + declaration.group(1) + " 与文件内容不符");
        }
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
