package dev.seaway.core.http;

/** An object or a list of an answer that stays bytes until somebody looks into it. */
public sealed interface UnreadJson permits UnreadObject, UnreadList {

  /** How long it was in the answer, in bytes. */
  int length();
}
