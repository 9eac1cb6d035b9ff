package dev.seaway.benchmarks.wire;

import java.io.IOException;

/** Answers requests; called by many threads at once. */
@FunctionalInterface
public interface WireHandler {

  /** Adds the body to what is sent and returns the status. */
  int answer(WireRequest request, Bytes body) throws IOException;
}
