package dev.seaway.core.resync;

import dev.seaway.core.read.KindReader;

/** What the kinds of one run share. */
record Run(
    KindReader reader,
    EntitySink sink,
    LateRelations late,
    RawExamples examples,
    Workers workers,
    Progress progress) {}
