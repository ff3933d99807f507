package dev.switchboard.local.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files of this repository, by paths from its root.
final class Repository {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final List<String> MODULES = List.of("core", "functions", "local");

  private Repository() {}

  static boolean has(String path) {
    return Files.exists(ROOT.resolve(path));
  }

  static String read(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Paths of the files below `folder` whose name ends in `suffix`, sorted.
  static List<String> files(String folder, String suffix) {
    try (var found = Files.walk(ROOT.resolve(folder))) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> ROOT.relativize(file).toString())
          .filter(path -> path.endsWith(suffix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every Java file below `src/<part>` of every module.
  static List<String> sources(String part) {
    return MODULES.stream()
        .map(module -> module + "/src/" + part)
        .filter(Repository::has)
        .flatMap(folder -> files(folder, ".java").stream())
        .toList();
  }
}
