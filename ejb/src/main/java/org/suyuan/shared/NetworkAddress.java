package org.suyuan.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.util.IPAddress;

/** The address of a computer in the network, IPv4 or IPv6; never a name that somebody would have to be asked about. */
record NetworkAddress(InetAddress address) {

    private static final int BITS_OF_ONE_NEIGHBOUR = 64;

    static Optional<NetworkAddress> of(String text) {
        var literal = text.strip().replaceFirst("%.*$", "").replaceFirst("^\\[(.*)\\]$", "$1");
        try {
            return IPAddress.isValid(literal)
                    ? Optional.of(new NetworkAddress(InetAddress.getByName(literal)))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * Whoever has one IPv6 address has a whole network of them, so the network counts.
     *
     * @return the address itself, or the first half of an IPv6 address
     */
    String neighbour() {
        var bytes = address.getAddress();
        if (bytes.length == 4) {
            return toString();
        }
        Arrays.fill(bytes, BITS_OF_ONE_NEIGHBOUR / Byte.SIZE, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + BITS_OF_ONE_NEIGHBOUR;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return address.getHostAddress();
    }

    /** Some neighbouring addresses, written {@code 10.1.0.0/16}, or a single one. */
    record Range(NetworkAddress first, int bits) {

        /** @throws IllegalArgumentException when this is none */
        static Range of(String text) {
            var parts = text.split("/", 2);
            var first = NetworkAddress.of(parts[0]).orElseThrow(() -> new IllegalArgumentException(text));
            var most = first.address.getAddress().length * Byte.SIZE;
            var bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException(text);
            }
            return new Range(first, bits);
        }

        boolean contains(NetworkAddress other) {
            var mine = first.address.getAddress();
            var its = other.address.getAddress();
            if (mine.length != its.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % Byte.SIZE;
                if (((mine[bit / Byte.SIZE] ^ its[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
