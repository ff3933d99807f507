package dev.switchboard.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds every source file to google-java-format; `mvn test-compile exec:exec@format` mends them.
class FormatTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  public static void main(String[] args) throws IOException {
    for (var file : unformatted()) {
      Files.writeString(file, formatted(Files.readString(file)));
      System.out.println("formatted " + ROOT.relativize(file));
    }
  }

  @Test
  void every_source_file_is_formatted() throws IOException {
    assertEquals(List.of(), unformatted(), "mend with: mvn test-compile exec:exec@format");
  }

  private static List<Path> unformatted() throws IOException {
    var found = new ArrayList<Path>();
    for (var module : List.of("core", "functions", "local")) {
      try (var files = Files.walk(ROOT.resolve(module).resolve("src"))) {
        for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          var source = Files.readString(file);
          if (!source.equals(formatted(source))) found.add(file);
        }
      }
    }
    return found;
  }

  private static String formatted(String source) {
    try {
      return new Formatter().formatSourceAndFixImports(source);
    } catch (FormatterException e) {
      throw new AssertionError(e);
    }
  }
}
