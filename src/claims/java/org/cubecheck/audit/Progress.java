package org.cubecheck.audit;

import org.cubecheck.claim.Claim;

/** Told how an audit gets on. Calls come from one thread. */
public interface Progress {

    /** Says nothing. */
    Progress SILENT = new Progress() {};

    /** A claim is begun: the {@code index}-th of {@code count}, from 0. */
    default void begun(Claim<?> claim, int index, int count) {}

    /** {@code done} of {@code total} points of the named domain have been visited. */
    default void visited(String domain, long done, long total) {}

    /** A claim is finished. */
    default void finished(AuditReport.Result result) {}
}
