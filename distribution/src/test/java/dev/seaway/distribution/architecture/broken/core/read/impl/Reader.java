package dev.seaway.distribution.architecture.broken.core.read.impl;

import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
interface Reader {}
