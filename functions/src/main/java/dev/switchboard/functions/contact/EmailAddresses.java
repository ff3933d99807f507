package dev.switchboard.functions.contact;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads e-mail addresses as people type them.
///
/// The form that mail really takes, not all that RFC 5322 allows: no quoted local part, no comment,
/// no address literal, a domain with a dot. Whether the mailbox exists only a delivery can tell.
public final class EmailAddresses {

  /// What was typed.
  public sealed interface Reading {

    /// @param address in lower case, also before the `@`: mail servers do not tell case apart, and
    ///   the same person must be the same contact. A domain of other letters in its ASCII form
    record Valid(String address) implements Reading {}

    /// @param because a sentence for a person: `email has no @: sarah`
    record Invalid(String because) implements Reading {}
  }

  private static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL = 64;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

  /// Letters that Java's older rules for domains would turn into another domain.
  private static final Pattern AMBIGUOUS = Pattern.compile("[ßς\\u200c\\u200d]");

  private EmailAddresses() {}

  public static Reading read(String typed) {
    var address = typed.strip();
    if (address.isEmpty()) return new Reading.Invalid("email is empty");
    if (address.length() > MAX_LENGTH)
      return invalid("is longer than " + MAX_LENGTH + " characters", typed);
    int at = address.lastIndexOf('@');
    if (at < 0) return invalid("has no @", typed);
    var local = address.substring(0, at);
    if (local.length() > MAX_LOCAL || !LOCAL.matcher(local).matches())
      return invalid("is not valid before the @", typed);
    return domain(address.substring(at + 1))
        .filter(domain -> local.length() + 1 + domain.length() <= MAX_LENGTH)
        .<Reading>map(domain -> new Reading.Valid(local.toLowerCase(Locale.ROOT) + "@" + domain))
        .orElseGet(() -> invalid("is not valid after the @", typed));
  }

  private static Optional<String> domain(String typed) {
    if (AMBIGUOUS.matcher(typed).find()) return Optional.empty();
    var plain = typed.toLowerCase(Locale.ROOT);
    // Nearly all of them: the tables of international names cost a cold start 30 ms.
    if (DOMAIN.matcher(plain).matches()) return Optional.of(plain);
    try {
      var ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return Optional.of(ascii).filter(domain -> DOMAIN.matcher(domain).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Reading invalid(String what, String typed) {
    return new Reading.Invalid("email " + what + ": " + Shown.of(typed));
  }
}
