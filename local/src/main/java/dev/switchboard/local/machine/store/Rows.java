package dev.switchboard.local.machine.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.switchboard.local.machine.execution.Waiting;
import dev.switchboard.local.machine.execution.WalkId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The records of an execution as JSON texts, and back.
final class Rows {

  private static final Map<String, Class<? extends Waiting>> KINDS =
      Stream.of(
              Waiting.Ready.class,
              Waiting.Queued.class,
              Waiting.Until.class,
              Waiting.Pause.class,
              Waiting.Work.class,
              Waiting.Children.class,
              Waiting.Ended.class,
              Waiting.Broken.class)
          .collect(Collectors.toMap(Class::getSimpleName, kind -> kind));

  /// Knows everything but which kind of waiting a row is.
  private static final JsonMapper PARTS = mapper(new SimpleModule());

  private static final JsonMapper ALL = mapper(waiting());

  private Rows() {}

  static String text(Object row) {
    try {
      return ALL.writeValueAsString(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of ours can be written", e);
    }
  }

  static <T> T read(String text, Class<T> type) {
    try {
      return ALL.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we wrote can be read", e);
    }
  }

  private static JsonMapper mapper(SimpleModule more) {
    var texts = new SimpleModule();
    for (var type : new Class<?>[] {Instant.class, Duration.class})
      texts.addSerializer(type, ToStringSerializer.instance);
    texts.addSerializer(WalkId.class, written(WalkId::path));
    texts.addDeserializer(Instant.class, read(Instant::parse));
    texts.addDeserializer(Duration.class, read(Duration::parse));
    texts.addDeserializer(WalkId.class, read(WalkId::new));
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(texts)
        .addModule(new MaybeJson())
        .addModule(more)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .build();
  }

  /// With its kind as one field more.
  private static SimpleModule waiting() {
    var module = new SimpleModule();
    module.addSerializer(
        Waiting.class,
        new JsonSerializer<>() {
          @Override
          public void serialize(Waiting value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            var fields = PARTS.<ObjectNode>valueToTree(value);
            out.writeTree(fields.put("kind", value.getClass().getSimpleName()));
          }
        });
    module.addDeserializer(
        Waiting.class,
        new JsonDeserializer<>() {
          @Override
          public Waiting deserialize(JsonParser in, DeserializationContext context)
              throws IOException {
            var fields = in.<ObjectNode>readValueAsTree();
            return PARTS.treeToValue(fields, KINDS.get(fields.remove("kind").asText()));
          }
        });
    return module;
  }

  private static <T> JsonSerializer<T> written(Function<T, String> text) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator out, SerializerProvider provider)
          throws IOException {
        out.writeString(text.apply(value));
      }
    };
  }

  private static <T> JsonDeserializer<T> read(Function<String, T> parse) {
    return new JsonDeserializer<>() {
      @Override
      public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        return parse.apply(in.getText());
      }
    };
  }
}
