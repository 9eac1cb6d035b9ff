package dev.seaway.jq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The functions that every expression may call: those written in Java, and those written in jq in
 * {@code library.jq}. Never changed once it is made.
 */
final class Library {

  /** Functions of jq that reach beyond one record, and why they are not here. */
  static final Map<String, String> ELSEWHERE = elsewhere();

  static final Library STANDARD = new Library();

  private final Map<String, Maker> makers = new HashMap<>();
  private final Map<String, Calls.Function> defined = new HashMap<>();
  private final Map<String, Operation.Computation> formats = new HashMap<>();

  /** Makes the code of a call of its arguments. */
  interface Maker {
    Code make(List<Code> arguments);
  }

  private Library() {
    StreamFunctions.addTo(this);
    PathFunctions.addTo(this);
    ContainerFunctions.addTo(this);
    SortFunctions.addTo(this);
    TextFunctions.addTo(this);
    RegexFunctions.addTo(this);
    NumberFunctions.addTo(this);
    DateFunctions.addTo(this);
    Formats.addTo(this);
    value(
        "builtins",
        0,
        (run, in, none) -> Containers.arrayOf(run, TextFunctions.texts(functions())));
    define(source() + "\n.");
  }

  /** A function that is computed of its input and the values of its arguments. */
  void value(String name, int arity, Operation.Computation computation) {
    code(name, arity, arguments -> new Operation(arguments, computation));
  }

  /** A function whose arguments are expressions. */
  void code(String name, int arity, Maker maker) {
    makers.put(name + "/" + arity, maker);
  }

  /** A format such as {@code @uri}. */
  void format(String name, Operation.Computation computation) {
    formats.put(name, computation);
  }

  /** The definitions may use each other, those further down included. */
  private void define(String source) {
    Ast ast = Parser.parse(Lexer.tokens(source));
    Map<Calls.Function, Ast.Definition> definitions = new LinkedHashMap<>();
    while (ast instanceof Ast.Definition definition) {
      Calls.Function function = new Calls.Function();
      defined.put(definition.name() + "/" + definition.parameters().size(), function);
      definitions.put(function, definition);
      ast = definition.body();
    }
    definitions.forEach(
        (function, definition) -> new Compiler(this, true).define(function, definition, null));
  }

  private static String source() {
    try (InputStream file = Library.class.getResourceAsStream("library.jq")) {
      if (file == null) {
        throw new IllegalStateException("library.jq is missing from the jar");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Nullable Code call(String name, List<Code> arguments) {
    String key = name + "/" + arguments.size();
    Maker maker = makers.get(key);
    if (maker != null) {
      return maker.make(arguments);
    }
    Calls.Function function = defined.get(key);
    return function == null ? null : new Calls.Call(function, Calls.Call.OF_LIBRARY, arguments);
  }

  @Nullable Code format(String name, Code of) {
    Operation.Computation computation = formats.get(name);
    return computation == null
        ? null
        : new Operation(
            List.of(of), (run, in, values) -> computation.compute(run, values.getFirst(), values));
  }

  Code environment() {
    return new Operation(List.of(), (run, in, none) -> run.machine().environment());
  }

  /** As {@code name/arity}. */
  Set<String> functions() {
    Set<String> names = new TreeSet<>(makers.keySet());
    names.addAll(defined.keySet());
    names.removeIf(name -> name.startsWith("_"));
    return names;
  }

  Set<String> formats() {
    return new TreeSet<>(formats.keySet());
  }

  private static Map<String, String> elsewhere() {
    Map<String, String> reasons = new HashMap<>();
    for (String name :
        List.of(
            "input",
            "inputs",
            "input_filename",
            "input_line_number",
            "halt",
            "halt_error",
            "get_search_list",
            "modulemeta")) {
      reasons.put(name, "an expression sees one record and nothing else.");
    }
    for (String name : List.of("gamma", "lgamma", "tgamma", "lgamma_r", "j0", "j1", "y0", "y1")) {
      reasons.put(name, "this function of jq is not supported.");
    }
    return Map.copyOf(reasons);
  }
}
