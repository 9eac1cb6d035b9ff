package dev.seaway.distribution.architecture.broken.service.listen;

import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
public interface Listens {}
