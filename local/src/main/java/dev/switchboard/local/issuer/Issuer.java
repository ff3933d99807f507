package dev.switchboard.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.switchboard.local.state.StartFailure;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/// Signs tokens for ready-made people. Tokens live on wall time, whatever the movable clock says.
public final class Issuer {

  /// The audience of every token.
  public static final String AUDIENCE = "switchboard";

  /// How long a token is good for.
  public static final Duration LIFETIME = Duration.ofHours(8);

  /// What the template calls the claims that handlers read.
  ///
  /// @param owner text claim @param roles list claim
  public record ClaimNames(String owner, String roles) {}

  private final RSAKey key;
  private final String address;
  private final ClaimNames names;

  private Issuer(RSAKey key, String address, ClaimNames names) {
    this.key = key;
    this.address = address;
    this.names = names;
  }

  /// @param key as [#newKey] made it
  /// @param url of the runtime, without a slash at its end
  public static Issuer of(String key, String url, ClaimNames names) {
    try {
      return new Issuer(RSAKey.parse(key), url + "/issuer", names);
    } catch (ParseException e) {
      throw new StartFailure(
          "The file key.json of the state folder is no key: delete it, and sign in again.", e);
    }
  }

  /// A fresh private key, as text to keep.
  public static String newKey() {
    try {
      return new RSAKeyGenerator(2048)
          .keyID(UUID.randomUUID().toString())
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java cannot make RSA keys", e);
    }
  }

  /// What stands in `iss`.
  public String address() {
    return address;
  }

  /// A token that is good from now on, for [#LIFETIME].
  public String token(Person person) {
    return token(person, Instant.now(), LIFETIME);
  }

  /// @param from when it begins to be good, wall time
  public String token(Person person, Instant from, Duration lifetime) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(address)
            .audience(AUDIENCE)
            .subject(person.subject())
            .claim("name", person.id())
            .claim("scope", "openid")
            .claim(names.owner(), person.owner())
            .claim(names.roles(), person.roles())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(from))
            .notBeforeTime(Date.from(from))
            .expirationTime(Date.from(from.plus(lifetime)))
            .build();
    return signed(claims);
  }

  private String signed(JWTClaimsSet claims) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .build();
    try {
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }

  /// The public half, as JWKS.
  public Map<String, Object> keys() {
    return new JWKSet(key.toPublicJWK()).toJSONObject();
  }

  JWKSet publicKeys() {
    return new JWKSet(key.toPublicJWK());
  }
}
