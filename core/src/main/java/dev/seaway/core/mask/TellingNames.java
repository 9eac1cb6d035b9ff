package dev.seaway.core.mask;

import java.util.List;
import java.util.Locale;

/**
 * The names by which secrets and people are known, in any spelling: {@code apiKey}, {@code API_KEY}
 * and {@code api-key} are one.
 */
public final class TellingNames {

  private static final List<String> SECRETS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "apikey",
          "accesskey",
          "privatekey",
          "authorization",
          "credential",
          "cookie",
          "sessionid",
          "sessid",
          "jwt");

  private static final List<String> PERSONAL =
      List.of(
          "email",
          "mail",
          "mailaddress",
          "displayname",
          "fullname",
          "realname",
          "firstname",
          "lastname",
          "givenname",
          "familyname",
          "surname",
          "phone",
          "phonenumber",
          "mobile");

  private static final List<String> PEOPLE =
      List.of(
          "user",
          "author",
          "committer",
          "creator",
          "createdby",
          "updatedby",
          "modifiedby",
          "reporter",
          "requester",
          "requestedby",
          "raisedby",
          "assignee",
          "assignedto",
          "reviewer",
          "approver",
          "participant",
          "watcher",
          "member",
          "owner",
          "lead",
          "person",
          "contact",
          "customer",
          "sender",
          "recipient");

  private static final List<String> NAMES =
      List.of("name", "username", "login", "nickname", "handle");

  private TellingNames() {}

  /** Whether what has this name, and all below it, is secret: {@code db_credentials}. */
  public static boolean isSecret(String name) {
    String plain = plain(name);
    return SECRETS.stream().anyMatch(plain::contains);
  }

  /** Whether the name ends so, as one that a value follows in a text does. */
  static boolean endsSecret(String name) {
    return ends(name, SECRETS);
  }

  /** Whether the name is one of what is known of a person alone: {@code displayName}. */
  public static boolean isPersonal(String name) {
    return ends(name, PERSONAL);
  }

  /** Whether the name is one of somebody: {@code assignee}, {@code updateAuthor}. */
  public static boolean isPerson(String name) {
    return ends(name, PEOPLE);
  }

  /** Whether the name, below one of somebody, is what they are called. */
  public static boolean isNameOfAPerson(String name) {
    return NAMES.contains(plain(name));
  }

  private static boolean ends(String name, List<String> words) {
    String plain = plain(name);
    String one = plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
    return words.stream().anyMatch(word -> plain.endsWith(word) || one.endsWith(word));
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int at = 0; at < name.length(); at++) {
      char sign = name.charAt(at);
      if (Character.isLetterOrDigit(sign)) {
        plain.append(sign);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
