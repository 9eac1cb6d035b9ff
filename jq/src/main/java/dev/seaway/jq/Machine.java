package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What a program has around it.
 *
 * @param environment what {@code env} and {@code $ENV} give
 * @param nanoTime measures how long an evaluation takes, on the thread that evaluates
 * @param clock what {@code now} gives
 * @param room the memory that its evaluations share with those of others
 * @param watch ends regular expressions that take too long
 */
record Machine(
    Limits limits,
    JsonNode environment,
    LongSupplier nanoTime,
    InstantSource clock,
    Room room,
    Watch watch) {

  static Machine of(Map<String, String> environment, Limits limits) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(environment).forEach(json::put);
    return new Machine(
        limits,
        json,
        ThreadTime::nanos,
        InstantSource.system(),
        Room.of(Runtime.getRuntime().maxMemory()),
        new Watch());
  }
}
