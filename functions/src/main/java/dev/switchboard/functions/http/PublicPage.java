package dev.switchboard.functions.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A page behind a link in a message: plain HTML without script, readable on any telephone, dark
/// where the telephone is.
public final class PublicPage {

  private static final String STYLE =
      ":root{color-scheme:light dark}"
          + "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:1.5rem auto;"
          + "padding:0 1rem;overflow-wrap:anywhere}"
          + "h1{font-size:1.5rem;line-height:1.25}"
          + "fieldset{border:1px solid;border-radius:.5rem;padding:.5rem 1rem}"
          + "label{display:block;padding:.5rem 0}"
          + "input[type=radio]{width:1.25rem;height:1.25rem;margin-right:.5rem;"
          + "vertical-align:-.2rem}"
          + "input:not([type=radio]),textarea,button{box-sizing:border-box;width:100%;font:inherit;"
          + "padding:.75rem;border:1px solid;border-radius:.5rem}"
          + "button{font-weight:600}";

  private static final String POLICY =
      "default-src 'none'; form-action 'self'; style-src 'sha256-" + digest(STYLE) + "'";

  private PublicPage() {}

  /// @param title as text
  /// @param body as HTML
  public static Reply of(int status, String title, String body) {
    var html =
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
            + escaped(title)
            + "</title><meta name=\"viewport\""
            + " content=\"width=device-width,initial-scale=1\"><style>"
            + STYLE
            + "</style></head><body><h1>"
            + escaped(title)
            + "</h1>"
            + body
            + "</body></html>";
    return Reply.text(status, "text/html; charset=utf-8", html)
        .with("content-security-policy", POLICY)
        .with("referrer-policy", "no-referrer");
  }

  /// Text as HTML.
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String digest(String style) {
    try {
      var bytes =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
