package dev.seaway.core.resync;

import dev.seaway.core.read.KindReader;

/**
 * What the kinds of one run share.
 *
 * @param journal of what is finished; none where what is read is read once more
 */
record RunContext(
    KindReader reader,
    EntitySink sink,
    LateRelations late,
    RawExamples examples,
    Workers workers,
    SyncListener listener,
    RunJournal journal) {}
