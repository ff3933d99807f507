package dev.switchboard.functions.providers.setup;

import dev.switchboard.Unavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;

/// Parameters of AWS Systems Manager, by `<prefix>/<name>`: `/switchboard/TWILIO_AUTH_TOKEN`.
///
/// @param client made when it is first needed: most functions never need it
/// @param prefix begins with a slash and does not end with one
public record ParameterSecrets(Supplier<SsmClient> client, String prefix) implements Secrets {

  /// Most names of one request.
  private static final int BATCH = 10;

  @Override
  public Map<String, String> read(Set<String> names) {
    var found = new HashMap<String, String>();
    var asked = new ArrayList<>(names.stream().map(name -> prefix + "/" + name).sorted().toList());
    try (var ssm = client.get()) {
      for (int from = 0; from < asked.size(); from += BATCH) {
        var batch = asked.subList(from, Math.min(asked.size(), from + BATCH));
        ssm.getParameters(request -> request.names(batch).withDecryption(true))
            .parameters()
            .forEach(it -> found.put(it.name().substring(prefix.length() + 1), it.value()));
      }
      return found;
    } catch (SdkException e) {
      throw new Unavailable("the parameters of the providers cannot be read", e);
    }
  }
}
