package org.suyuan.batch.documents;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.suyuan.exchange.ReceiptIntake;
import org.suyuan.exchange.ReceiptMessage;
import org.suyuan.exchange.ReceiptMessage.Kind;
import org.suyuan.exchange.UnreadableMessage;

/** Takes receipts of every kind. */
@Dependent
@Named
public class TakeReceipts extends TakeDocuments {

    static final List<String> TYPES = Stream.of(Kind.values()).map(Kind::type).toList();

    @Inject
    private ReceiptIntake intake;

    public TakeReceipts() {
        super(TYPES);
    }

    @Override
    void take(String type, byte[] content) throws UnreadableMessage {
        var kind = Arrays.stream(Kind.values())
                .filter(candidate -> candidate.type().equals(type))
                .findFirst()
                .orElseThrow();
        intake.take(ReceiptMessage.parse(kind, content));
    }
}
