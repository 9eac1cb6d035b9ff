package dev.seaway.core.read;

import dev.seaway.connector.Page;

/** A page, and where in its kind it lies. */
public record PageAt(Page page, PagePosition place) {}
