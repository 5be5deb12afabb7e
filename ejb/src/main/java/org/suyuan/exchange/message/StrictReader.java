package org.suyuan.exchange.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Turns bytes into characters and stops at the first byte that does not fit the encoding; unlike the JDK's reader it
 * hands out every character before that byte first. Remembers the latest characters, so that a record can be quoted
 * as it came.
 */
final class StrictReader extends Reader {

    private static final int BUFFER = 1 << 16;

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
    private final char[] latest = new char[BUFFER]; // ring
    private long handedOut;
    private boolean atEnd;
    private CoderResult fault;

    StrictReader(InputStream bytes, Charset charset) {
        this.bytes = bytes;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        var characters = CharBuffer.wrap(target, offset, length);
        while (fault == null) {
            var result = decoder.decode(buffer, characters, atEnd);
            if (result.isError()) {
                fault = result;
            }
            if (characters.position() > 0) {
                return handOut(target, offset, characters.position());
            }
            if (result.isUnderflow()) {
                if (atEnd) {
                    return -1;
                }
                fill();
            } else if (result.isOverflow()) {
                throw new IllegalArgumentException("Room for a surrogate pair is needed");
            }
        }
        throw broken();
    }

    private CharacterCodingException broken() throws IOException {
        fault.throwException();
        throw new IllegalStateException();
    }

    private void fill() throws IOException {
        buffer.compact();
        int read = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
        atEnd = read < 0;
        buffer.position(buffer.position() + Math.max(read, 0)).flip();
    }

    private int handOut(char[] target, int offset, int count) {
        int from = Math.max(0, count - BUFFER);
        int start = (int) ((handedOut + from) % BUFFER);
        int first = Math.min(count - from, BUFFER - start);
        System.arraycopy(target, offset + from, latest, start, first);
        System.arraycopy(target, offset + from + first, latest, 0, count - from - first);
        handedOut += count;
        return count;
    }

    /** The first characters between two positions in the message that are still remembered. */
    String text(long start, long end, int most) {
        long from = Math.max(start, handedOut - BUFFER);
        int length = (int) Math.max(0, Math.min(Math.min(end, handedOut) - from, most));
        int begin = (int) (from % BUFFER);
        int first = Math.min(length, BUFFER - begin);
        var text = new String(latest, begin, first);
        return first == length ? text : text.concat(new String(latest, 0, length - first));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
