package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes a value apart into variables.
 *
 * @param names how many variables all patterns of the expression bind; each gets one link
 */
record Matching(Step step, int names) {

  /** A part of a pattern. */
  sealed interface Step {

    /** Binds the variable. */
    record Name(int slot) implements Step {}

    /** Takes an array apart. */
    record Elements(List<Step> steps) implements Step {}

    /** Takes an object apart. */
    record Fields(List<Field> fields) implements Step {}

    /**
     * One key of an object.
     *
     * @param slot of the variable for the whole value; -1 without one
     * @param inner takes the value apart; empty to leave it whole
     */
    record Field(int slot, Code key, List<Step> inner) {}
  }

  /** Takes the value apart by the first pattern with which the body does not fail. */
  static void first(List<Matching> patterns, Env env, JsonNode value, Consumer<Env> body) {
    int level = env.run().level();
    for (Matching pattern : patterns.subList(0, patterns.size() - 1)) {
      try {
        pattern.match(env, value, body);
        return;
      } catch (JqError e) {
        // The next pattern may fit; the last one's error is the one that counts.
        env.run().level(level);
        env.run().step();
      }
    }
    patterns.getLast().match(env, value, body);
  }

  void match(Env env, JsonNode value, Consumer<Env> body) {
    JsonNode[] found = new JsonNode[names];
    Arrays.fill(found, NullNode.getInstance());
    match(
        step,
        env,
        value,
        found,
        () -> {
          Env bound = env;
          for (JsonNode variable : found) {
            bound = bound.with(variable);
          }
          body.accept(bound);
        });
  }

  private void match(Step pattern, Env env, JsonNode value, JsonNode[] found, Runnable next) {
    switch (pattern) {
      case Step.Name(int slot) -> {
        found[slot] = value;
        next.run();
      }
      case Step.Elements(List<Step> steps) -> {
        if (!value.isArray() && !value.isNull()) {
          throw Containers.cannotIndex(value, IntNode.valueOf(0));
        }
        elements(steps, 0, env, value, found, next);
      }
      case Step.Fields(List<Step.Field> fields) -> fields(fields, 0, env, value, found, next);
    }
  }

  private void elements(
      List<Step> steps, int index, Env env, JsonNode value, JsonNode[] found, Runnable next) {
    if (index == steps.size()) {
      next.run();
      return;
    }
    JsonNode element = Containers.orNull(value.get(index));
    match(
        steps.get(index),
        env,
        element,
        found,
        () -> elements(steps, index + 1, env, value, found, next));
  }

  private void fields(
      List<Step.Field> fields,
      int index,
      Env env,
      JsonNode value,
      JsonNode[] found,
      Runnable next) {
    if (index == fields.size()) {
      next.run();
      return;
    }
    Step.Field field = fields.get(index);
    Runnable rest = () -> fields(fields, index + 1, env, value, found, next);
    field.key.run(
        env,
        value,
        null,
        (key, nowhere) -> {
          if (!key.isTextual()) {
            throw Containers.cannotIndex(value, key);
          }
          JsonNode part = Containers.get(env.run(), value, key);
          if (field.slot >= 0) {
            found[field.slot] = part;
          }
          if (field.inner.isEmpty()) {
            rest.run();
          } else {
            match(field.inner.getFirst(), env, part, found, rest);
          }
        });
  }
}
