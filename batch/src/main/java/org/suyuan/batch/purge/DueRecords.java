package org.suyuan.batch.purge;

import java.util.List;
import org.suyuan.retention.PurgeRun;
import org.suyuan.retention.RecordKind;

/** Records of one kind whose retention has ended, by their ids; they are removed in one transaction. */
record DueRecords(PurgeRun run, RecordKind kind, List<Long> ids) {}
