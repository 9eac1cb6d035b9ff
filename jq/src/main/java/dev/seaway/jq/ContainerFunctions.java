package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Functions of arrays and objects. */
final class ContainerFunctions {

  private static final List<String> KEYS = List.of("k", "name", "Name", "K", "Key");

  private ContainerFunctions() {}

  static void addTo(Library library) {
    library.value("type", 0, (run, in, none) -> TextNode.valueOf(Types.name(in)));
    library.value("not", 0, (run, in, none) -> BooleanNode.valueOf(!Types.truthy(in)));
    library.value("length", 0, (run, in, none) -> length(run, in));
    library.value("keys", 0, (run, in, none) -> keys(run, in, true));
    library.value("keys_unsorted", 0, (run, in, none) -> keys(run, in, false));
    library.value("has", 1, (run, in, of) -> BooleanNode.valueOf(has(in, of.get(0))));
    library.value(
        "contains", 1, (run, in, of) -> BooleanNode.valueOf(contains(run, in, of.get(0))));
    library.value("to_entries", 0, (run, in, none) -> toEntries(run, in));
    library.value("from_entries", 0, (run, in, none) -> fromEntries(run, in));
    library.code("with_entries", 1, of -> withEntries(of.get(0)));
    library.value("reverse", 0, (run, in, none) -> reverse(run, in));
    library.value("flatten", 0, (run, in, none) -> flat(run, in, 1e9));
    library.value("flatten", 1, (run, in, of) -> flat(run, in, depth(of.get(0))));
    library.value("transpose", 0, (run, in, none) -> transpose(run, in));
    library.value(
        "toarray", 0, (run, in, none) -> in.isArray() ? in : Containers.array(run, 1).add(in));
  }

  private static Code withEntries(Code change) {
    Code entries = new Operation(List.of(), (run, in, none) -> toEntries(run, in));
    Code changed = new Build.ArrayOf(new Basics.Pipe(new Access.Each(new Basics.Self()), change));
    Code object = new Operation(List.of(), (run, in, none) -> fromEntries(run, in));
    return new Basics.Pipe(new Basics.Pipe(entries, changed), object);
  }

  private static JsonNode length(Run run, JsonNode in) {
    return switch (in.getNodeType()) {
      case NULL, MISSING -> Numbers.of(0);
      case NUMBER -> in.doubleValue() < 0 ? Numbers.of(-in.doubleValue()) : in;
      case STRING, BINARY -> {
        run.read(in.asText().length());
        yield Numbers.of(Texts.length(in.asText()));
      }
      case ARRAY, OBJECT, POJO -> Numbers.of(in.size());
      case BOOLEAN -> throw new JqError(Types.shown(in) + " has no length");
    };
  }

  private static JsonNode keys(Run run, JsonNode in, boolean sorted) {
    if (!in.isContainerNode()) {
      throw new JqError(Types.shown(in) + " has no keys");
    }
    run.charge((long) in.size() * Run.ELEMENT);
    ArrayNode keys = Containers.array(run, in.size());
    if (in.isArray()) {
      for (int i = 0; i < in.size(); i++) {
        keys.add(i);
      }
    } else if (sorted) {
      new Order(run).keys(in).forEach(keys::add);
    } else {
      in.fieldNames().forEachRemaining(keys::add);
    }
    return keys;
  }

  private static boolean has(JsonNode in, JsonNode key) {
    if (in.isObject() && key.isTextual()) {
      return in.has(key.textValue());
    }
    if (in.isArray() && key.isNumber()) {
      double index = Math.floor(key.doubleValue());
      return index >= 0 && index < in.size();
    }
    if (in.isNull()) {
      return false;
    }
    throw new JqError(
        "Cannot check whether %s has a %s key"
            .formatted(Types.name(in), key.isTextual() ? "string" : Types.name(key)));
  }

  private static boolean contains(Run run, JsonNode whole, JsonNode part) {
    run.step();
    run.down(4);
    boolean found = found(run, whole, part);
    run.up(4);
    return found;
  }

  private static boolean found(Run run, JsonNode whole, JsonNode part) {
    if (whole.isObject() && part.isObject()) {
      for (Map.Entry<String, JsonNode> entry : part.properties()) {
        JsonNode value = whole.get(entry.getKey());
        if (value == null || !contains(run, value, entry.getValue())) {
          return false;
        }
      }
      return true;
    }
    if (whole.isArray() && part.isArray()) {
      return containsEach(run, whole, part);
    }
    if (whole.isTextual() && part.isTextual()) {
      return new Search(run, part.textValue()).in(whole.textValue(), 0) >= 0;
    }
    if (Types.name(whole).equals(Types.name(part))) {
      return new Order(run).equal(whole, part);
    }
    throw new JqError(
        "%s and %s cannot have their containment checked"
            .formatted(Types.shown(whole), Types.shown(part)));
  }

  /** In loops, for streams would take ten times the stack. */
  private static boolean containsEach(Run run, JsonNode whole, JsonNode parts) {
    for (JsonNode wanted : parts) {
      boolean found = false;
      for (int i = 0; i < whole.size() && !found; i++) {
        found = like(run, whole.get(i), wanted);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static boolean like(Run run, JsonNode value, JsonNode wanted) {
    return Types.name(value).equals(Types.name(wanted)) && contains(run, value, wanted);
  }

  private static JsonNode toEntries(Run run, JsonNode in) {
    if (!in.isContainerNode()) {
      throw new JqError(Types.shown(in) + " has no keys");
    }
    ArrayNode entries = Containers.array(run, in.size());
    if (in.isArray()) {
      for (int i = 0; i < in.size(); i++) {
        entries.add(entry(run, Numbers.of(i), in.get(i)));
      }
    } else {
      in.properties()
          .forEach(
              field -> entries.add(entry(run, TextNode.valueOf(field.getKey()), field.getValue())));
    }
    return entries;
  }

  private static ObjectNode entry(Run run, JsonNode key, JsonNode value) {
    ObjectNode entry = Containers.object(run, 2);
    entry.set("key", key);
    entry.set("value", value);
    return entry;
  }

  private static JsonNode fromEntries(Run run, JsonNode in) {
    if (!in.isContainerNode()) {
      throw new JqError("Cannot iterate over " + Types.shown(in));
    }
    ObjectNode object = Containers.object(run, in.size());
    for (JsonNode entry : in) {
      if (!entry.isObject() && !entry.isNull()) {
        throw Containers.cannotIndex(entry, TextNode.valueOf("key"));
      }
      object.set(Printer.text(run, key(entry)), value(entry));
    }
    return object;
  }

  private static JsonNode key(JsonNode entry) {
    JsonNode key = Containers.orNull(entry.get("key"));
    if (!key.isNull()) {
      return key;
    }
    JsonNode last = key;
    for (String name : KEYS) {
      last = Containers.orNull(entry.get(name));
      if (Types.truthy(last)) {
        return last;
      }
    }
    return last;
  }

  private static JsonNode value(JsonNode entry) {
    for (String name : List.of("value", "v")) {
      if (entry.has(name)) {
        return entry.get(name);
      }
    }
    return Containers.orNull(entry.get("Value"));
  }

  private static JsonNode reverse(Run run, JsonNode in) {
    if (in.isNull()) {
      return Containers.array(run, 0);
    }
    if (in.isTextual()) {
      run.chargeText(in.textValue().length());
      return TextNode.valueOf(new StringBuilder(in.textValue()).reverse().toString());
    }
    if (!in.isArray()) {
      throw new JqError("Cannot reverse " + Types.shown(in));
    }
    List<JsonNode> elements = Containers.elements(in);
    Collections.reverse(elements);
    return Containers.arrayOf(run, elements);
  }

  private static double depth(JsonNode depth) {
    if (!depth.isNumber() || depth.doubleValue() < 0) {
      throw new JqError("flatten depth must not be negative");
    }
    return depth.doubleValue();
  }

  private static JsonNode flat(Run run, JsonNode in, double depth) {
    if (!in.isContainerNode()) {
      throw new JqError("Cannot iterate over " + Types.shown(in));
    }
    ArrayNode flat = Containers.array(run, 0);
    flatten(run, in, depth, flat);
    return flat;
  }

  private static void flatten(Run run, JsonNode in, double depth, ArrayNode flat) {
    run.down(4);
    for (JsonNode element : in) {
      run.step();
      if (element.isArray() && depth > 0) {
        flatten(run, element, depth - 1, flat);
      } else {
        run.charge(8);
        flat.add(element);
      }
    }
    run.up(4);
  }

  private static JsonNode transpose(Run run, JsonNode in) {
    int width = 0;
    for (JsonNode row : in) {
      if (!row.isArray() && !row.isNull() && !(row.isObject() && row.isEmpty())) {
        throw new JqError("Cannot transpose " + Types.shown(in));
      }
      width = Math.max(width, row.size());
    }
    run.charge((long) width * (Run.CONTAINER + 8L * in.size()));
    ArrayNode columns = Containers.array(run, width);
    for (int i = 0; i < width; i++) {
      ArrayNode column = columns.addArray();
      for (JsonNode row : in) {
        column.add(row.has(i) ? row.get(i) : NullNode.getInstance());
      }
    }
    return columns;
  }
}
