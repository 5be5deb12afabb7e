package org.suyuan.batch.documents;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.suyuan.exchange.RecallOrderMessage;
import org.suyuan.exchange.RecallTaskIntake;
import org.suyuan.exchange.UnreadableMessage;

/** Takes the recalls that customs orders. */
@Dependent
@Named
public class TakeRecallTasks extends TakeDocuments {

    static final List<String> TYPES = List.of(RecallOrderMessage.TYPE);

    @Inject
    private RecallTaskIntake intake;

    public TakeRecallTasks() {
        super(TYPES);
    }

    @Override
    void take(String type, byte[] content) throws UnreadableMessage {
        intake.take(RecallOrderMessage.parse(content));
    }
}
