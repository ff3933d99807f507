package dev.switchboard.local.machine.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.type.ReferenceType;
import java.io.IOException;
import java.util.Optional;

/// Reads an `Optional` of JSON: a null that is there is JSON's null, and only a field that is not
/// there is absent. Jackson itself takes both for a null.
final class MaybeJson extends SimpleModule {
  private static final long serialVersionUID = 1;

  @Override
  public void setupModule(SetupContext context) {
    context.addDeserializers(
        new Deserializers.Base() {
          @Override
          public JsonDeserializer<?> findReferenceDeserializer(
              ReferenceType type,
              DeserializationConfig config,
              BeanDescription description,
              TypeDeserializer typed,
              JsonDeserializer<?> content) {
            return type.getContentType().hasRawClass(JsonNode.class) ? new Reader() : null;
          }
        });
  }

  private static final class Reader extends StdDeserializer<Optional<JsonNode>> {
    private static final long serialVersionUID = 1;

    Reader() {
      super(Optional.class);
    }

    @Override
    public Optional<JsonNode> deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return Optional.of(in.readValueAsTree());
    }

    @Override
    public Optional<JsonNode> getNullValue(DeserializationContext context) {
      return Optional.of(NullNode.instance);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return Optional.empty();
    }
  }
}
