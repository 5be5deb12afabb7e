package org.suyuan.declaration;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.shared.Sha256;

/**
 * What customs says about one declaration, checked and ready to be stored: the whole declaration as it now stands, or
 * that it is cancelled. A cancellation carries no more than the number.
 *
 * @param consigneeUscc the enterprise that the declaration belongs to
 * @param agentUscc the broker, or null; being named here gives no right to the declaration
 */
public record DeclarationRecord(
        String declarationNo,
        boolean cancelled,
        String customsDistrict,
        String entryPort,
        LocalDate importDate,
        String consigneeUscc,
        String consigneeName,
        String agentUscc,
        String agentName,
        String overseasShipper,
        List<GoodsRecord> goods) {

    /** Customs has deleted the declaration (删单). */
    public static DeclarationRecord cancellation(String declarationNo) {
        return new DeclarationRecord(declarationNo, true, null, null, null, null, null, null, null, null, List.of());
    }

    /** Of what is declared, however the message was written: two records with the same one declare the same. */
    public String contentSha256() {
        var declared = Stream.concat(
                        Stream.of(
                                customsDistrict,
                                entryPort,
                                importDate,
                                consigneeUscc,
                                consigneeName,
                                agentUscc,
                                agentName,
                                overseasShipper),
                        goods.stream().flatMap(GoodsRecord::declared))
                .map(value -> Objects.toString(value, ""))
                .collect(Collectors.joining("\0")); // which no XML can contain
        return Sha256.of(declared.getBytes(StandardCharsets.UTF_8));
    }
}
