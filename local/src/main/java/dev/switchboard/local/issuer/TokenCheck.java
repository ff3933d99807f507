package dev.switchboard.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What API Gateway's JWT authorizer does: signature, algorithm, issuer, audience, expiry,
/// beginning, scopes.
public final class TokenCheck {

  /// What came of it.
  public sealed interface Result {
    /// @param claims as API Gateway hands them on: all as text, a list as `[a b]`
    record Passed(Map<String, String> claims, List<String> scopes) implements Result {}

    /// No token, or one that is not good here: 401.
    record Unknown(String why) implements Result {}

    /// A good token without the scope that is needed: 403.
    record Forbidden() implements Result {}
  }

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  public TokenCheck(Issuer issuer) {
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.RS256, new ImmutableJWKSet<>(issuer.publicKeys())));
    var verifier =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            Issuer.AUDIENCE,
            new JWTClaimsSet.Builder().issuer(issuer.address()).build(),
            Set.of("exp", "sub"));
    verifier.setMaxClockSkew(0);
    processor.setJWTClaimsSetVerifier(verifier);
  }

  /// @param header value of the Authorization header; empty when there was none
  /// @param scopes one of which is needed; empty for none
  public Result check(String header, List<String> scopes) {
    var token = header.replaceFirst("(?i)^Bearer +", "");
    if (token.isBlank()) return new Result.Unknown("there is no token");
    try {
      var claims = processor.process(token, null);
      var granted = List.of(String.valueOf(claims.getClaim("scope")).split(" "));
      if (!scopes.isEmpty() && granted.stream().noneMatch(scopes::contains)) {
        return new Result.Forbidden();
      }
      var matched = granted.stream().filter(scopes::contains).toList();
      return new Result.Passed(texts(claims.toJSONObject()), matched);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return new Result.Unknown(String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, String> texts(Map<String, Object> claims) {
    var texts = new TreeMap<String, String>();
    claims.forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"))
        : String.valueOf(value);
  }
}
