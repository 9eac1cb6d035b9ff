package dev.seaway.mapping;

/**
 * One entry of {@code resources}: a kind of record and the entities that are made of it.
 *
 * @param index its place in the document, from 0
 * @param kind a path, or the name of a kind that the connector declares
 */
public record Resource(int index, String kind, Selector selector, Mapping mapping) {}
