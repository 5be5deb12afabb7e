package org.suyuan.identity.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suyuan.identity.card.TestCard.CHALLENGE;
import static org.suyuan.identity.card.TestCard.NOW;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suyuan.identity.card.CardTrust.Trusted;
import org.suyuan.identity.card.TrainingAuthority.Kind;

/** Thousands of spoilt certificates, signatures and challenges: none signs in, none breaks the verifier, none is slow. */
@Tag("H10")
class CardMutationTest {

    private static final Duration SLOW = Duration.ofSeconds(2); // on a busy machine; a millisecond is usual

    @ParameterizedTest
    @EnumSource
    @DisplayName("No changed bit of a certificate, of its text, of a signature or of a challenge is let through")
    void noChangedBitIsLetThrough(Kind kind) throws Exception {
        var card = TestCard.good(kind);
        var trusted = card.trusted();
        var pem = card.pem();
        var signature = card.sign(CHALLENGE);
        var der = card.certificate().getEncoded();
        var signed = card.signature(CHALLENGE);
        card.signIn();

        for (int bit = 0; bit < der.length * 8; bit++) {
            assertRefused(text(flipped(der, bit)), signature, CHALLENGE, trusted);
            if (bit % 9 == 0) { // each byte, and each of its bits in turn
                assertNotGood(text(flipped(der, bit)), trusted);
            }
        }
        for (int bit = 0; bit < signed.length * 8; bit++) {
            assertRefused(pem, text(flipped(signed, bit)), CHALLENGE, trusted);
        }
        for (int bit = 0; bit < CHALLENGE.length() * 8; bit++) {
            var other =
                    new String(flipped(CHALLENGE.getBytes(StandardCharsets.UTF_8), bit), StandardCharsets.ISO_8859_1);
            assertRefused(pem, signature, other, trusted);
        }
        for (int bit = 0; bit < signature.length() * 8; bit++) {
            var other =
                    new String(flipped(signature.getBytes(StandardCharsets.UTF_8), bit), StandardCharsets.ISO_8859_1);
            assertRefused(pem, other, CHALLENGE, trusted);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("No certificate with bytes cut off, doubled, swapped or replaced is let through")
    void noRewrittenCertificateIsLetThrough(Kind kind) throws Exception {
        var card = TestCard.good(kind);
        var trusted = card.trusted();
        var signature = card.sign(CHALLENGE);
        var der = card.certificate().getEncoded();
        var random = new Random(20261125);
        for (int i = 0; i < 2000; i++) {
            var at = random.nextInt(der.length);
            var to = at + random.nextInt(der.length - at);
            var spoilt = new ByteArrayOutputStream();
            switch (i % 4) {
                case 0 -> spoilt.write(der, 0, at);
                case 1 -> {
                    spoilt.write(der);
                    spoilt.write(der, at, to - at);
                }
                case 2 -> {
                    spoilt.write(der, 0, at);
                    spoilt.write(der, to, der.length - to);
                }
                default -> {
                    var noise = new byte[to - at];
                    random.nextBytes(noise);
                    spoilt.write(der, 0, at);
                    spoilt.write(noise);
                    spoilt.write(der, to, der.length - to);
                }
            }
            if (!Arrays.equals(spoilt.toByteArray(), der)) {
                assertRefused(text(spoilt.toByteArray()), signature, CHALLENGE, trusted);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("No certificate with fields from another good card is let through")
    void noSwappedFieldIsLetThrough(Kind kind) throws Exception {
        var card = TestCard.good(kind);
        for (var otherKind : Kind.values()) {
            var other = TestCard.good(otherKind);
            var mine = ASN1Sequence.getInstance(card.certificate().getEncoded());
            var theirs = ASN1Sequence.getInstance(other.certificate().getEncoded());
            for (int i = 0; i < 3; i++) {
                if (!theirs.getObjectAt(i).equals(mine.getObjectAt(i))) {
                    assertRefused(text(replaced(mine, i, theirs.getObjectAt(i))), card, other);
                }
            }
            var content = ASN1Sequence.getInstance(mine.getObjectAt(0));
            var others = ASN1Sequence.getInstance(theirs.getObjectAt(0));
            for (int i = 0; i < content.size(); i++) {
                var swapped = ASN1Sequence.getInstance(replaced(content, i, others.getObjectAt(i)));
                if (!swapped.equals(content)) {
                    assertRefused(text(replaced(mine, 0, swapped)), card, other);
                }
            }
            assertRefused(card.pem(), other.sign(CHALLENGE), CHALLENGE, card.trusted());
        }
    }

    @Test
    @DisplayName("A signature for another portal, purpose, moment or random number is not taken")
    void aSignatureIsForOneChallenge() throws Exception {
        var card = TestCard.good(Kind.SM2);
        for (var other : List.of(
                CHALLENGE.replace("portal.example", "evil.example"),
                CHALLENGE.replace("https", "http"),
                CHALLENGE.replace("LOGIN", "PAY"),
                CHALLENGE.replace("2026", "2027"),
                CHALLENGE + " ",
                "")) {
            assertRefused(card.pem(), card.sign(other), CHALLENGE, card.trusted());
        }
    }

    @Test
    @DisplayName("Huge and endlessly nested content is refused at once")
    void hugeAndNestedContentIsRefused() throws Exception {
        var card = TestCard.good(Kind.EC);
        var signature = card.sign(CHALLENGE);
        var spoilt = new ArrayList<byte[]>();
        spoilt.add(new byte[0]);
        spoilt.add(new byte[10_000_000]);
        for (var opening : List.of(
                new byte[] {0x30, (byte) 0x80},
                new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff},
                new byte[] {0x30, (byte) 0x82, 0x3f, (byte) 0xff},
                new byte[] {0x24, (byte) 0x80},
                new byte[] {(byte) 0xa0, (byte) 0x80})) {
            for (int times : new int[] {1, 1000, 4000}) {
                var nested = new byte[opening.length * times];
                for (int i = 0; i < nested.length; i++) {
                    nested[i] = opening[i % opening.length];
                }
                spoilt.add(nested);
            }
        }
        spoilt.add(nested(5000));
        for (var content : spoilt) {
            assertRefused(text(content), signature, CHALLENGE, card.trusted());
        }
        assertRefused(null, signature, CHALLENGE, card.trusted());
        assertRefused("\n".repeat(32_000) + "!", signature, CHALLENGE, card.trusted());
        assertRefused(card.pem(), null, CHALLENGE, card.trusted());
        assertRefused(card.pem(), "", CHALLENGE, card.trusted());
        assertRefused(card.pem(), "A".repeat(1_000_000), CHALLENGE, card.trusted());
        assertRefused(card.pem(), text(nested(5000)), CHALLENGE, card.trusted());
    }

    /** Well-formed lengths all the way down. */
    private static byte[] nested(int depth) {
        var inner = new byte[0];
        for (int i = 0; i < depth; i++) {
            var length = inner.length < 128
                    ? new byte[] {(byte) inner.length}
                    : inner.length < 65536
                            ? new byte[] {(byte) 0x82, (byte) (inner.length >> 8), (byte) inner.length}
                            : new byte[] {
                                (byte) 0x83,
                                (byte) (inner.length >> 16),
                                (byte) (inner.length >> 8),
                                (byte) inner.length
                            };
            var outer = new ByteArrayOutputStream();
            outer.write(0x30);
            outer.writeBytes(length);
            outer.writeBytes(inner);
            inner = outer.toByteArray();
        }
        return inner;
    }

    private static byte[] replaced(ASN1Sequence sequence, int index, ASN1Encodable element) throws Exception {
        var elements = new ASN1EncodableVector();
        for (int i = 0; i < sequence.size(); i++) {
            elements.add(i == index ? element : sequence.getObjectAt(i));
        }
        return new DERSequence(elements).getEncoded();
    }

    private static byte[] flipped(byte[] content, int bit) {
        var spoilt = content.clone();
        spoilt[bit / 8] ^= (byte) (1 << bit % 8);
        return spoilt;
    }

    private static String text(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }

    /** Even somebody who trusts both issuers and holds both keys is not let in. */
    private static void assertRefused(String certificate, TestCard one, TestCard other) throws Exception {
        for (var key : List.of(one, other)) {
            for (var trusted : List.of(one.trusted(), other.trusted())) {
                assertRefused(certificate, key.sign(CHALLENGE), CHALLENGE, trusted);
            }
        }
    }

    private static void assertRefused(String certificate, String signature, String challenge, Trusted trusted) {
        assertRefused(
                () -> CardVerifier.require(CardCertificate.read(certificate), signature, challenge, trusted, NOW),
                "%s | %s | %s".formatted(certificate, signature, challenge));
    }

    /** Nor by mutual TLS, where the card signs no challenge of ours. */
    private static void assertNotGood(String certificate, Trusted trusted) {
        assertRefused(() -> CardVerifier.requireGood(CardCertificate.read(certificate), trusted, NOW), certificate);
    }

    private interface Attempt {
        void run() throws CardRefused;
    }

    private static void assertRefused(Attempt attempt, String what) {
        var begun = System.nanoTime();
        CardRefused refused = null;
        try {
            attempt.run();
        } catch (CardRefused e) {
            refused = e;
        }
        assertThat(refused).as("%s", what).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("%s", what).isLessThan(SLOW);
    }
}
