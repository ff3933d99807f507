package dev.switchboard.functions.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why a request was refused, as [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) has it.
///
/// @param kind type, title and status
/// @param detail sentences for a person, of this case
/// @param errors what to mend, each with its place; may be empty
/// @param retryAfter when trying again may work; empty: not by waiting
public record Problem(
    Kind kind, String detail, List<Finding> errors, Optional<Duration> retryAfter) {

  /// The problems there are; `type` is `/problems/` and the name.
  public enum Kind {
    INVALID_BODY(400, "The body breaks a rule"),
    UNREADABLE_BODY(400, "The body cannot be read"),
    INVALID_PARAMETER(400, "A parameter or header breaks a rule"),
    INVALID_REQUEST(400, "The request breaks a rule"),
    NOT_SIGNED_IN(401, "There is no verified token"),
    NO_OWNER(403, "The token names no owner"),
    NOT_SIGNED(403, "The signature is missing or does not fit"),
    NOT_ALLOWED(403, "The roles in the token do not allow this"),
    NOT_FOUND(404, "There is no such thing"),
    CONFLICT(409, "The state of the resource does not allow this"),
    STILL_RUNNING(409, "The first request with this key is still running"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_TYPE(415, "The body is of a type that is not read here"),
    KEY_REUSED(422, "The idempotency key was used for another request"),
    NO_CAPACITY(422, "Nobody can be invited"),
    NOTHING_IN_TIME(422, "Nothing can be sent in time"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    UNEXPECTED(500, "Something unexpected happened"),
    UNAVAILABLE(503, "Something needed is not available");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    public int status() {
      return status;
    }

    public String title() {
      return title;
    }

    /// A stable relative URI: `/problems/invalid-body`.
    public String type() {
      return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private record Document(
      String type,
      String title,
      int status,
      String detail,
      Optional<List<Finding>> errors,
      String requestId) {}

  public Problem {
    errors = List.copyOf(errors);
  }

  public static Problem of(Kind kind) {
    return of(kind, kind.title() + ".");
  }

  public static Problem of(Kind kind, String detail) {
    return new Problem(kind, detail, List.of(), Optional.empty());
  }

  public Problem with(List<Finding> findings) {
    return new Problem(kind, detail, findings, retryAfter);
  }

  public Problem after(Duration wait) {
    return new Problem(kind, detail, errors, Optional.of(wait));
  }

  Reply reply(String requestId) {
    var listed = errors.isEmpty() ? Optional.<List<Finding>>empty() : Optional.of(errors);
    var document =
        new Document(kind.type(), kind.title(), kind.status(), detail, listed, requestId);
    var reply =
        Reply.json(kind.status(), document).with("content-type", "application/problem+json");
    var told = kind == Kind.NOT_SIGNED_IN ? reply.with("www-authenticate", "Bearer") : reply;
    return retryAfter
        .map(wait -> told.with("retry-after", String.valueOf(Math.max(1, wait.toSeconds()))))
        .orElse(told);
  }
}
