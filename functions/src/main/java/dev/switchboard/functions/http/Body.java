package dev.switchboard.functions.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.functions.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The body of a request: bytes of a type, of UTF-8 text where text is asked.
public final class Body {

  /// Most bytes of a body that carries leads.
  public static final int LEADS = 4 << 20;

  /// Most bytes of what a provider tells of a call, with its transcript.
  public static final int CALLS = 1 << 20;

  /// Most bytes of any other body.
  public static final int COMMON = 64 << 10;

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");

  private final Optional<String> contentType;
  private final byte[] bytes;

  private Body(Optional<String> contentType, byte[] bytes) {
    this.contentType = contentType;
    this.bytes = bytes;
  }

  /// A body as it came over the wire.
  ///
  /// @param contentType the header, with its parameters
  public static Body of(Optional<String> contentType, byte[] bytes) {
    return new Body(contentType, bytes.clone());
  }

  static Body of(Request request, JsonNode event, int most) {
    request
        .header("content-encoding")
        .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
        .ifPresent(_ -> {
          throw unsupported("Send the body without content-encoding.");
        });
    var text = event.path("body").asText("");
    var bytes = event.path("isBase64Encoded").asBoolean() ? decoded(text) : encoded(text);
    if (bytes.length > most)
      throw new Refused(
          Problem.of(
              Problem.Kind.BODY_TOO_LARGE,
              "The body has " + bytes.length + " bytes; at most " + most + " are taken here."));
    return new Body(request.header("content-type"), bytes);
  }

  public boolean empty() {
    return bytes.length == 0;
  }

  /// The bytes as they came: what signatures are over.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// The media type, lower case, without parameters.
  ///
  /// @param allowed `application/json`
  /// @throws Refused 415 if it is none of those, or not of UTF-8
  public String type(Set<String> allowed) {
    var header = contentType.orElse("");
    var charset = CHARSET.matcher(header);
    if (charset.find() && !UTF_8.contains(charset.group(1).toLowerCase(Locale.ROOT)))
      throw unsupported("Send the body as UTF-8.");
    var type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (allowed.contains(type)) return type;
    var names = String.join(" or ", allowed.stream().sorted().toList());
    throw unsupported("Send the body with content-type " + names + ".");
  }

  /// The body as text, without a byte order mark.
  ///
  /// @throws Refused 400 if it is not UTF-8
  public String text() {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw unreadable("The body is not UTF-8.");
    }
  }

  /// The body as JSON.
  ///
  /// @throws Refused 415 if it is not of type `application/json`; 400 if it is not JSON, has a key
  ///   twice, more than one value, or nests deeper than 32
  public JsonNode json() {
    var _ = type(Set.of("application/json"));
    return parsed();
  }

  /// The body as JSON, its type already checked.
  public JsonNode parsed() {
    var text = text();
    if (text.isBlank()) throw unreadable("The body is empty; JSON is wanted.");
    try (var parser = Json.STRICT.createParser(text)) {
      return whole(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The one value there is. What Jackson says of a fault is not told: it repeats what it stumbled
  /// over, which may be a secret.
  private static JsonNode whole(JsonParser parser) throws IOException {
    try {
      JsonNode value = Json.STRICT.readTree(parser);
      if (parser.nextToken() != null) throw notJson(parser, "has something after its end");
      return value;
    } catch (JsonEOFException e) {
      throw notJson(parser, "ends too early");
    } catch (StreamConstraintsException | NumberFormatException e) {
      throw notJson(
          parser,
          "nests deeper than 32, or has a number of more than 100 or a name of more than 200"
              + " characters");
    } catch (JsonProcessingException e) {
      var twice = e.getOriginalMessage().startsWith("Duplicate");
      throw notJson(parser, twice ? "has a name twice in one object" : "is not JSON");
    }
  }

  private static Refused notJson(JsonParser parser, String what) {
    var place = parser.currentLocation();
    return unreadable(
        "The body %s, at line %d, column %d."
            .formatted(what, place.getLineNr(), place.getColumnNr()));
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw unreadable("The body is not base64.");
    }
  }

  private static byte[] encoded(String text) {
    try {
      var buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      var bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw unreadable("The body is not UTF-8.");
    }
  }

  private static Refused unreadable(String detail) {
    return new Refused(Problem.of(Problem.Kind.UNREADABLE_BODY, detail));
  }

  private static Refused unsupported(String detail) {
    return new Refused(Problem.of(Problem.Kind.UNSUPPORTED_TYPE, detail));
  }
}
