package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Code that makes arrays, objects and texts. */
final class Build {

  private Build() {}

  static final class ArrayOf extends Code.Single {

    private final Code body;

    ArrayOf(Code body) {
      this.body = body;
    }

    @Override
    JsonNode value(Env env, JsonNode in) {
      ArrayNode array = Containers.array(env.run(), 0);
      if (body.single()) {
        JsonNode only = body.value(env, in);
        return only == null ? array : array.add(only);
      }
      body.run(
          env,
          in,
          null,
          (value, nowhere) -> {
            env.run().charge(Run.ELEMENT);
            array.add(value);
          });
      return array;
    }
  }

  /** One entry of an object. */
  record Entry(Code key, Code value) {
    boolean single() {
      return key.single() && value.single();
    }
  }

  static final class ObjectOf extends Code {

    private final List<Entry> entries;
    private final boolean single;

    ObjectOf(List<Entry> entries) {
      this.entries = List.copyOf(entries);
      this.single = entries.stream().allMatch(Entry::single);
    }

    @Override
    boolean single() {
      return single;
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      ObjectNode object = Containers.object(env.run(), entries.size());
      for (Entry entry : entries) {
        JsonNode key = entry.key.value(env, in);
        String name = key == null ? null : name(key);
        JsonNode value = name == null ? null : entry.value.value(env, in);
        if (name == null || value == null) {
          return null;
        }
        object.set(name, value);
      }
      return object;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      add(env, in, 0, JsonNodeFactory.instance.objectNode(), path, output);
    }

    private void add(
        Env env, JsonNode in, int index, ObjectNode done, @Nullable Path path, Output output) {
      if (index == entries.size()) {
        output.emit(done, Path.after(path, in, done));
        return;
      }
      Entry entry = entries.get(index);
      entry.key.run(
          env,
          in,
          null,
          (key, nowhere) -> {
            String name = name(key);
            entry.value.run(
                env,
                in,
                null,
                (value, lost) -> {
                  ObjectNode object = Containers.copyObject(env.run(), done);
                  object.set(name, value);
                  add(env, in, index + 1, object, path, output);
                });
          });
    }

    private static String name(JsonNode key) {
      if (!key.isTextual()) {
        throw new JqError("Object keys must be strings");
      }
      return key.textValue();
    }
  }

  /** A string with interpolations; the parts give texts. */
  static final class Text extends Code {

    private final List<Code> parts;
    private final boolean single;

    Text(List<Code> parts) {
      this.parts = List.copyOf(parts);
      this.single = parts.stream().allMatch(Code::single);
    }

    @Override
    boolean single() {
      return single;
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      String[] texts = new String[parts.size()];
      for (int i = parts.size() - 1; i >= 0; i--) {
        JsonNode value = parts.get(i).value(env, in);
        if (value == null) {
          return null;
        }
        texts[i] = value.textValue();
        env.run().charge(2L * texts[i].length());
      }
      return TextNode.valueOf(String.join("", texts));
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      before(env, in, parts.size() - 1, "", path, output);
    }

    /** The last part is asked first, so that the first one varies fastest: as in jq. */
    private void before(
        Env env, JsonNode in, int index, String rest, @Nullable Path path, Output output) {
      if (index < 0) {
        JsonNode text = TextNode.valueOf(rest);
        output.emit(text, Path.after(path, in, text));
        return;
      }
      parts
          .get(index)
          .run(
              env,
              in,
              null,
              (value, nowhere) -> {
                env.run().chargeText((long) value.textValue().length() + rest.length());
                before(env, in, index - 1, value.textValue() + rest, path, output);
              });
    }
  }
}
