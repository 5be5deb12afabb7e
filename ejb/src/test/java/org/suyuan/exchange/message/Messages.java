package org.suyuan.exchange.message;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.declaration.DeclarationRecord;

/** FTR301 messages made from text, and what the stream makes of them. */
final class Messages {

    static final String HEAD = """
            <head><messageId>M-1</messageId><messageTime>2026-11-20T09:30:00+08:00</messageTime></head>
            """;
    static final String GOODS = """
            <goods><gNo>1</gNo><codeTs>1905310000</codeTs><gName>黄油曲奇</gName><gQty>12.5</gQty>\
            <gUnit>035</gUnit><cusOriginCountry>DNK</cusOriginCountry></goods>
            """;
    static final String DECLARATION = declaration("224820261000000017", GOODS);

    private Messages() {}

    static String declaration(String number, String goods) {
        return """
                <declaration>
                <operation>DECLARE</operation><entryId>%s</entryId><customMaster>2248</customMaster>
                <despPortCode>311002</despPortCode><iEDate>2026-11-18</iEDate>
                <cnsnTradeScc>91350100M000100Y43</cnsnTradeScc><consigneeCname>福州样例进口有限公司</consigneeCname>
                %s</declaration>
                """.formatted(number, goods);
    }

    static String message(String content) {
        return "<FTR301 xmlns=\"urn:suyuan:ftr:1\">" + content + "</FTR301>";
    }

    static Result read(String xml) throws Exception {
        return read(xml, StandardCharsets.UTF_8);
    }

    static Result read(String xml, Charset charset) throws Exception {
        return read(xml.getBytes(charset));
    }

    static Result read(byte[] bytes) throws Exception {
        var records = new ArrayList<SourceRecord>();
        try (var stream = MessageStream.open(new ByteArrayInputStream(bytes), Ftr301.SHAPE)) {
            for (var next = stream.next(); next != null; next = stream.next()) {
                records.add(next);
            }
            return new Result(records, null);
        } catch (MessageFault fault) {
            return new Result(records, fault);
        }
    }

    /** @param fault where the message broke, or null */
    record Result(List<SourceRecord> records, MessageFault fault) {

        List<Checked<DeclarationRecord>> checked() {
            return records.stream().map(record -> Ftr301.check(record, 2026)).toList();
        }
    }
}
