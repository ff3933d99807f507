package dev.switchboard.functions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.switchboard.OwnerId;
import dev.switchboard.contact.ContactId;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.SendId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/// The one JSON codec.
public final class Json {

  /// Reads AWS's events, whose shapes grow: fields that nobody asks for are passed by. Bodies of
  /// our own API are checked field by field elsewhere. Nulls are left out on writing.
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .defaultPropertyInclusion(always(JsonInclude.Include.NON_NULL))
          .build();

  /// Writes the answers of our own API, and reads back what we wrote ourselves: records in
  /// snake_case, empty Optionals left out, decimals without exponent, times and ids as text.
  public static final ObjectMapper API =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(ownTypes())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .defaultPropertyInclusion(always(JsonInclude.Include.NON_ABSENT))
          .build();

  /// Reads what callers post: no duplicate keys, no deep nesting, no numbers or names of a length
  /// that only an attack has.
  public static final ObjectMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxNumberLength(100)
                          .maxNameLength(200)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Json() {}

  /// A value of ours as JSON text.
  public static String text(Object value) {
    try {
      return API.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of ours is JSON", e);
    }
  }

  /// Reads back what [#text] wrote, as a tree.
  public static JsonNode tree(String text) {
    try {
      return API.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /// Reads back what [#text] wrote.
  ///
  /// @throws IllegalArgumentException saying where it is not that
  public static <T> T read(String text, Class<T> type) {
    try {
      return API.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private static SimpleModule ownTypes() {
    var module = new SimpleModule();
    for (var type :
        List.of(
            OwnerId.class,
            ContactId.class,
            PurposeId.class,
            SendId.class,
            Instant.class,
            Duration.class,
            LocalDate.class,
            LocalTime.class,
            ZoneId.class)) module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(Instant.class, parsed(Instant.class, Instant::parse));
    module.addDeserializer(Duration.class, parsed(Duration.class, Duration::parse));
    module.addDeserializer(LocalDate.class, parsed(LocalDate.class, LocalDate::parse));
    module.addDeserializer(LocalTime.class, parsed(LocalTime.class, LocalTime::parse));
    module.addDeserializer(OwnerId.class, parsed(OwnerId.class, OwnerId::new));
    module.addDeserializer(ContactId.class, parsed(ContactId.class, ContactId::new));
    module.addDeserializer(PurposeId.class, parsed(PurposeId.class, PurposeId::new));
    module.addDeserializer(SendId.class, parsed(SendId.class, SendId::new));
    module.addDeserializer(ZoneId.class, parsed(ZoneId.class, ZoneId::of));
    return module;
  }

  private static <T> JsonDeserializer<T> parsed(Class<T> type, Function<String, T> parse) {
    return new FromStringDeserializer<T>(type) {
      private static final long serialVersionUID = 1L;

      @Override
      protected T _deserialize(String value, DeserializationContext context) {
        return parse.apply(value);
      }
    };
  }

  static <T> T read(InputStream in, Class<T> type) throws IOException {
    return MAPPER.readValue(in, type);
  }

  static void write(Object value, OutputStream out) throws IOException {
    MAPPER.writeValue(out, value);
  }

  private static JsonInclude.Value always(JsonInclude.Include include) {
    return JsonInclude.Value.construct(include, include);
  }
}
