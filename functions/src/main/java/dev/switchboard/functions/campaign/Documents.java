package dev.switchboard.functions.campaign;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.switchboard.campaign.Dossier;
import dev.switchboard.campaign.Effect;
import dev.switchboard.campaign.Shortfall;
import dev.switchboard.functions.Json;

/// Dossiers as text. Alternatives carry a name, for a text does not know its type.
final class Documents {

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private interface Named {}

  private static final ObjectMapper MAPPER = mapper();

  private Documents() {}

  static String text(Dossier dossier) {
    try {
      return MAPPER.writeValueAsString(dossier);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every dossier is JSON", e);
    }
  }

  static Dossier dossier(String text) {
    try {
      return MAPPER.readValue(text, Dossier.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private static ObjectMapper mapper() {
    var mapper = Json.API.copy();
    mapper.addMixIn(Effect.class, Named.class);
    mapper.addMixIn(Shortfall.class, Named.class);
    mapper.registerSubtypes(
        new NamedType(Effect.Launch.class, "launch"),
        new NamedType(Effect.Warn.class, "warn"),
        new NamedType(Effect.Escalate.class, "escalate"),
        new NamedType(Effect.Remind.class, "remind"),
        new NamedType(Effect.Withdraw.class, "withdraw"),
        new NamedType(Effect.TellFilled.class, "tell_filled"),
        new NamedType(Effect.Close.class, "close"),
        new NamedType(Shortfall.OfBids.class, "bids"),
        new NamedType(Shortfall.OfConfidence.class, "confidence"));
    return mapper;
  }
}
