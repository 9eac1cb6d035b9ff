package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an answer says of who has asked: that it was nobody. */
final class Nobody {

  private static final int LONGEST = 200;
  private static final int LOOKED_AT = 20;
  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]++");

  private static final Set<String> NAMES =
      Set.of("anonymous", "anonymoususer", "nobody", "unauthenticated");

  /** Words in the names of headers that say who has asked. */
  private static final List<String> WHO =
      List.of("user", "username", "ausername", "authenticated", "principal", "identity", "login");

  /** False where nobody is signed in. */
  private static final Set<String> SIGNED_IN =
      Set.of(
          "authenticated",
          "isauthenticated",
          "userauthenticated",
          "loggedin",
          "isloggedin",
          "signedin",
          "issignedin");

  /** True where nobody is signed in. */
  private static final Set<String> ANONYMOUS =
      Set.of("anonymous", "isanonymous", "anonymoususer", "isguest");

  private static final Set<String> USERS =
      Set.of(
          "user",
          "currentuser",
          "viewer",
          "account",
          "session",
          "auth",
          "authentication",
          "identity",
          "me",
          "principal",
          "caller",
          "meta",
          "metadata");

  private static final Set<String> USER_NAMES =
      Set.of("name", "username", "login", "displayname", "id", "type", "key");

  private static final Set<String> TEXTS =
      Set.of(
          "message",
          "messages",
          "msg",
          "warning",
          "warnings",
          "notice",
          "notices",
          "note",
          "info",
          "detail",
          "hint");

  private static final List<String> STATEMENTS =
      List.of(
          "not logged in",
          "not signed in",
          "not authenticated",
          "token expired",
          "token has expired",
          "token is expired",
          "expired token",
          "session expired",
          "session has expired",
          "session is expired",
          "invalid token",
          "token is invalid",
          "as anonymous",
          "anonymous user",
          "anonymous access",
          "log in to see",
          "sign in to see",
          "please log in",
          "please sign in",
          "login required",
          "authentication required");

  /** What has one of these is a thing that speaks of itself. */
  private static final List<String> OF_THINGS = List.of("id", "_id", "uuid", "key", "name");

  private Nobody() {}

  /** The header that says so, with its value. */
  static Optional<String> header(HttpAnswer answer) {
    for (Map.Entry<String, List<String>> header : answer.headers().entrySet()) {
      String name = header.getKey();
      if (mayTell(name) && says(name, header.getValue())) {
        return Optional.of(name + ": " + header.getValue().getFirst());
      }
    }
    return Optional.empty();
  }

  /** Each answer has some headers, and hardly one of them tells who has asked. */
  private static boolean mayTell(String name) {
    for (String word : WHO) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean says(String name, List<String> values) {
    return SEPARATORS.splitAsStream(name).anyMatch(WHO::contains)
        && values.stream().anyMatch(value -> NAMES.contains(letters(value)));
  }

  /** The field of a body that says so, with its value. */
  static Optional<String> field(JsonNode body) {
    return body.isObject() && OF_THINGS.stream().noneMatch(body::has)
        ? in(body, "")
        : Optional.empty();
  }

  private static Optional<String> in(JsonNode object, String parent) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      Optional<String> said = said(field.getKey(), field.getValue(), parent);
      if (said.isPresent()) {
        return said;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> said(String field, JsonNode value, String parent) {
    String name = letters(field);
    if (value.isBoolean()) {
      Set<String> words = value.booleanValue() ? ANONYMOUS : SIGNED_IN;
      return shown(parent + field, value.asText()).filter(_ -> words.contains(name));
    }
    if (TEXTS.contains(name)) {
      return statement(value).flatMap(text -> shown(parent + field, text));
    }
    boolean isUser = USERS.contains(name);
    if (value.isTextual() && (isUser || (!parent.isEmpty() && USER_NAMES.contains(name)))) {
      return shown(parent + field, value.textValue())
          .filter(_ -> NAMES.contains(letters(value.textValue())));
    }
    return isUser && parent.isEmpty() && value.isObject()
        ? in(value, field + ".")
        : Optional.empty();
  }

  private static Optional<String> shown(String name, String value) {
    return Optional.of(name + ": " + value);
  }

  /** Of a text, a list of texts, or a list of objects with a text. */
  private static Optional<String> statement(JsonNode value) {
    if (value.isTextual()) {
      String text = value.textValue();
      String read = text.substring(0, Math.min(text.length(), LONGEST));
      String lower = read.toLowerCase(Locale.ROOT);
      return Optional.of(read).filter(_ -> STATEMENTS.stream().anyMatch(lower::contains));
    }
    return value
        .valueStream()
        .limit(LOOKED_AT)
        .filter(child -> child.isTextual() || value.isArray())
        .flatMap(child -> statement(child).stream())
        .findFirst();
  }

  private static String letters(String text) {
    return SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
