package dev.switchboard.local.issuer;

import com.nimbusds.jose.util.Base64URL;
import dev.switchboard.local.http.Pages;
import dev.switchboard.local.http.Reply;
import dev.switchboard.local.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The issuer's pages: discovery, keys, the authorization code flow with PKCE, and a list of people
/// in place of a password. Codes go back to loopback addresses only.
public final class LoginPages implements Pages {

  private record Code(Person person, String redirect, String challenge, Instant expires) {}

  private static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

  private static final Pattern LOOPBACK =
      Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/[^\\s\"<>#]*)?");

  private final Issuer issuer;
  private final Map<String, Code> codes = new ConcurrentHashMap<>();

  public LoginPages(Issuer issuer) {
    this.issuer = issuer;
  }

  @Override
  public Optional<Reply> answer(Request request) {
    if (!request.path().startsWith("/issuer")) return Optional.empty();
    var reply =
        switch (request.method() + " " + request.path().substring("/issuer".length())) {
          case "GET /.well-known/openid-configuration" -> Reply.json(200, discovery());
          case "GET /.well-known/jwks.json" -> Reply.json(200, issuer.keys());
          case "GET ", "GET /", "GET /authorize" -> people(request.query());
          case "POST /authorize" -> chosen(request.form());
          case "POST /token" -> exchanged(request.form());
          default -> Reply.message(404, "Not Found");
        };
    return Optional.of(readable(request, reply));
  }

  /// Pages of other loopback ports may fetch tokens: a front end in development.
  private static Reply readable(Request request, Reply reply) {
    var origin = request.header("origin").filter(each -> LOOPBACK.matcher(each).matches());
    return origin.map(each -> reply.with("access-control-allow-origin", each)).orElse(reply);
  }

  private Map<String, Object> discovery() {
    var address = issuer.address();
    return Map.of(
        "issuer",
        address,
        "authorization_endpoint",
        address + "/authorize",
        "token_endpoint",
        address + "/token",
        "jwks_uri",
        address + "/.well-known/jwks.json",
        "response_types_supported",
        List.of("code"),
        "subject_types_supported",
        List.of("public"),
        "code_challenge_methods_supported",
        List.of("S256"),
        "id_token_signing_alg_values_supported",
        List.of("RS256"));
  }

  private static Reply people(Map<String, String> query) {
    var redirect = query.getOrDefault("redirect_uri", "");
    if (!redirect.isEmpty() && !LOOPBACK.matcher(redirect).matches()) {
      return Reply.message(400, "redirect_uri must be a loopback address");
    }
    var hidden =
        List.of("redirect_uri", "state", "code_challenge").stream()
            .map(name -> hidden(name, query.getOrDefault(name, "")))
            .collect(Collectors.joining());
    var buttons =
        Person.ALL.stream()
            .map(person ->
                "<p><button name=\"person\" value=\"%s\">%s</button> of %s</p>"
                    .formatted(person.id(), person.id(), person.owner()))
            .collect(Collectors.joining());
    return Reply.html(
        200,
        page(
            "Sign in as",
            "<form method=\"post\" action=\"/issuer/authorize\">" + hidden + buttons + "</form>"));
  }

  private Reply chosen(Map<String, String> form) {
    var person = Person.named(form.getOrDefault("person", ""));
    if (person.isEmpty()) return Reply.message(400, "there is no such person");
    var redirect = form.getOrDefault("redirect_uri", "");
    if (redirect.isEmpty()) {
      var token = issuer.token(person.get());
      return Reply.html(
          200,
          page(
              "Token of " + person.get().id(),
              "<textarea rows=\"12\" cols=\"80\" readonly>" + token + "</textarea>"));
    }
    if (!LOOPBACK.matcher(redirect).matches()) {
      return Reply.message(400, "redirect_uri must be a loopback address");
    }
    var code = UUID.randomUUID().toString();
    var challenge = form.getOrDefault("code_challenge", "");
    codes.put(code, new Code(person.get(), redirect, challenge, Instant.now().plus(CODE_LIFETIME)));
    var back =
        "%s%scode=%s&state=%s"
            .formatted(
                redirect,
                redirect.contains("?") ? "&" : "?",
                code,
                URLEncoder.encode(form.getOrDefault("state", ""), StandardCharsets.UTF_8));
    return new Reply(302, Map.of("location", List.of(back)), new byte[0]);
  }

  private Reply exchanged(Map<String, String> form) {
    var code = Optional.ofNullable(codes.remove(form.getOrDefault("code", "")));
    var good =
        code.filter(each -> Instant.now().isBefore(each.expires()))
            .filter(each -> each.redirect().equals(form.getOrDefault("redirect_uri", "")))
            .filter(each -> proven(each.challenge(), form.getOrDefault("code_verifier", "")));
    if (good.isEmpty() || !"authorization_code".equals(form.get("grant_type"))) {
      return Reply.json(400, Map.of("error", "invalid_grant"));
    }
    var token = issuer.token(good.get().person());
    return Reply.json(
            200,
            Map.of(
                "access_token",
                token,
                "id_token",
                token,
                "token_type",
                "Bearer",
                "expires_in",
                Issuer.LIFETIME.toSeconds()))
        .with("cache-control", "no-store");
  }

  private static boolean proven(String challenge, String verifier) {
    if (challenge.isEmpty()) return true;
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64URL.encode(digest).toString().equals(challenge);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, escaped(value));
  }

  private static String page(String title, String body) {
    return """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>%1$s</title>
    <body style="font-family: system-ui; margin: 3rem"><h1>%1$s</h1>%2$s</body></html>
    """
        .formatted(escaped(title), body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
