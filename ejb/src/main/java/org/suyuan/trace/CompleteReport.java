package org.suyuan.trace;

import jakarta.validation.GroupSequence;
import jakarta.validation.groups.Default;

/** All rules of a report that is to be submitted: those of a draft and those of {@link Submission}. */
@GroupSequence({Default.class, Submission.class})
public interface CompleteReport {}
