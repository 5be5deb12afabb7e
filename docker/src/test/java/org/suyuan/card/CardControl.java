package org.suyuan.card;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * The virtual card control: answers pages on this machine as the real one does, for the demo cards of training mode. See
 * {@code docs/cards.md}; started by {@code docker/tools/card-control}.
 */
public final class CardControl extends WebSocketServer {

    private static final String PREFIX = "cus-sec_Spc";
    private static final ASN1ObjectIdentifier CARD_NUMBER = new ASN1ObjectIdentifier("1.3.6.1.4.1.5315.100.5.9");

    /** What the control answers instead of data: a text and a code, as smart cards and their readers give them. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        Refused(String text, String code) {
            super(text);
            this.code = code;
        }
    }

    private final Map<String, VirtualCard> cards;
    private VirtualCard inserted;

    private CardControl(Map<String, VirtualCard> cards, int port) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.cards = cards;
        setReuseAddr(true);
    }

    /**
     * Arguments: folder of the cards, port, and the name of the card that is in the reader at first, if any. Then obeys
     * {@code insert NAME}, {@code eject} and {@code quit}, a line each.
     */
    public static void main(String[] arguments) throws Exception {
        var control = new CardControl(VirtualCard.in(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
        if (arguments.length > 2) {
            control.insert(arguments[2]);
        }
        control.start();
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = commands.readLine(); line != null && !line.equals("quit"); line = commands.readLine()) {
            var words = line.strip().split(" +");
            if (words[0].equals("insert") && words.length == 2) {
                control.insert(words[1]);
            } else if (words[0].equals("eject")) {
                control.eject();
            } else {
                System.out.println("Commands: insert NAME, eject, quit");
            }
        }
        control.stop();
    }

    private synchronized void insert(String name) {
        inserted = cards.get(name);
        System.out.println(inserted == null ? "No such card; there are " + cards.keySet() : "In the reader: " + name);
    }

    private synchronized void eject() {
        inserted = null;
        System.out.println("No card in the reader");
    }

    @Override
    public void onStart() {
        System.out.println("The virtual card control listens on ws://127.0.0.1:" + getPort());
    }

    @Override
    public void onMessage(WebSocket page, String message) {
        try (var reader = Json.createReader(new StringReader(message))) {
            page.send(answer(reader.readObject()).toString());
        } catch (JsonException | ClassCastException e) {
            page.close();
        }
    }

    private synchronized JsonObject answer(JsonObject request) {
        var method = request.getString("_method", "");
        var data = Json.createArrayBuilder();
        var error = Json.createArrayBuilder();
        var done = false;
        try {
            data.add(result(
                    method,
                    request.containsKey("args") ? request.getJsonObject("args") : JsonObject.EMPTY_JSON_OBJECT));
            done = true;
        } catch (Refused refused) {
            error.add(refused.getMessage()).add(refused.code);
        } catch (GeneralSecurityException | IOException e) {
            error.add(String.valueOf(e.getMessage())).add("0x6F00");
        }
        return Json.createObjectBuilder()
                .add("_method", method)
                .add("_id", request.getInt("_id", 0))
                .add(
                        "_args",
                        Json.createObjectBuilder()
                                .add("Result", done)
                                .add("Data", data)
                                .add("Error", error))
                .build();
    }

    private String result(String method, JsonObject arguments) throws Refused, GeneralSecurityException, IOException {
        if (inserted == null) {
            throw new Refused("没有检测到卡", "0x8010000C");
        }
        var certificate = inserted.certificate();
        var holder = new JcaX509CertificateHolder(certificate);
        var pin = arguments.getString("passwd", "");
        return switch (method.replace(PREFIX, "")) {
            case "GetCardID" -> ((ASN1String) holder.getExtension(CARD_NUMBER).getParsedValue()).getString();
            case "GetCertNo" -> certificate.getSerialNumber().toString(16);
            case "GetEntName" ->
                IETFUtils.valueToString(
                        holder.getSubject().getRDNs(BCStyle.OU)[0].getFirst().getValue());
            case "GetSignCertAsPEM" ->
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n";
            case "VerifyPIN" -> {
                requirePin(pin);
                yield "";
            }
            case "SignDataAsPEM" -> signature(arguments.getString("inData", ""), pin);
            case "SignRandom" -> signature(arguments.getString("random", ""), pin);
            default -> throw new Refused("没有这个方法", "0x6D00");
        };
    }

    private String signature(String text, String pin) throws Refused, GeneralSecurityException, IOException {
        requirePin(pin);
        var signed = inserted.sign(text.getBytes(StandardCharsets.UTF_8), pin);
        return Base64.getEncoder().encodeToString(signed);
    }

    private void requirePin(String pin) throws Refused {
        if (!inserted.opensWith(pin)) {
            var left = inserted.triesLeft();
            throw left == 0
                    ? new Refused("卡密码已锁定", "0x6983")
                    : new Refused("卡密码不正确，还可以尝试 " + left + " 次", "0x63C" + left);
        }
    }

    @Override
    public void onOpen(WebSocket page, ClientHandshake handshake) {
        // nothing to say before it is asked
    }

    @Override
    public void onClose(WebSocket page, int code, String reason, boolean byPage) {
        // holds nothing for a page
    }

    @Override
    public void onError(WebSocket page, Exception e) {
        System.err.println("Card control: " + e);
        if (page == null) {
            System.exit(1); // cannot listen
        }
    }
}
