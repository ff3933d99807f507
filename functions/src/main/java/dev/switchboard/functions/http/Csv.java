package dev.switchboard.functions.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tables as spreadsheets write them: [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) with
/// comma, semicolon or tab, whichever stands in the first line most; a header row with the names of
/// the fields in any case. One consent fits in `consent_channel`, `consent_kind`, `consent_source`,
/// `consent_at`. Rows without any value are passed by, as spreadsheets leave them behind.
///
/// @param list what the rows are, as findings point at them: `leads`
/// @param columns known, beside those of a consent
/// @param most rows; one more is read: enough to know that there are too many
public record Csv(String list, List<String> columns, int most) {

  private static final String CONSENT = "consent_";
  private static final List<String> CONSENTS =
      Stream.of("channel", "kind", "source", "at").map(CONSENT::concat).toList();

  public Csv {
    columns = Stream.concat(columns.stream(), CONSENTS.stream()).toList();
  }

  /// @param line on which it begins, from 1
  /// @param fault if it has not as many values as the header
  public record Row(int line, ObjectNode fields, Optional<Finding> fault) {}

  private record Cells(int line, List<String> values) {}

  /// The rows, fields by name.
  ///
  /// @throws Refused 400 if it is not CSV, or its header is another
  public List<Row> rows(String text) {
    var lines = cells(text);
    if (lines.isEmpty()) throw unreadable("The body is empty; CSV with a header row is wanted.");
    var header = header(lines.getFirst());
    var rows = new ArrayList<Row>();
    for (var line : lines.subList(1, lines.size())) {
      var fault =
          Optional.of(line)
              .filter(it -> it.values().size() != header.size())
              .map(it -> Finding.of("/" + list + "/" + rows.size(), width(header, it)));
      rows.add(new Row(line.line(), fields(header, line.values()), fault));
    }
    return rows;
  }

  private List<String> header(Cells line) {
    var names =
        columns.stream()
            .collect(Collectors.toMap(it -> it.toLowerCase(Locale.ROOT), Function.identity()));
    var findings = new Findings();
    var header = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (var cell : line.values()) {
      var name = Optional.ofNullable(names.get(cell.strip().toLowerCase(Locale.ROOT)));
      if (name.isEmpty())
        findings.add(
            Finding.of(
                "/" + list,
                "unknown column: " + cell.strip() + "; known: " + String.join(", ", columns)));
      name.filter(known -> !seen.add(known))
          .ifPresent(
              known -> findings.add(Finding.of("/" + list, "column is there twice: " + known)));
      header.add(name.orElse(""));
    }
    findings.refuse(Problem.Kind.INVALID_BODY);
    return header;
  }

  private static ObjectNode fields(List<String> header, List<String> values) {
    var fields = JsonNodeFactory.instance.objectNode();
    var consent = JsonNodeFactory.instance.objectNode();
    for (int at = 0; at < Math.min(header.size(), values.size()); at++) {
      if (values.get(at).isBlank()) continue;
      var name = header.get(at);
      if (name.startsWith(CONSENT)) consent.put(name.substring(CONSENT.length()), values.get(at));
      else fields.put(name, values.get(at));
    }
    if (!consent.isEmpty()) fields.putArray("consent").add(consent);
    return fields;
  }

  private static String width(List<String> header, Cells line) {
    return "must have as many values as the header: "
        + header.size()
        + ", has "
        + line.values().size();
  }

  private List<Cells> cells(String text) {
    var schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
    try (var parser = new CsvFactory().createParser(text)) {
      parser.enable(CsvParser.Feature.WRAP_AS_ARRAY);
      parser.setSchema(schema);
      return cells(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Cells> cells(CsvParser parser) throws IOException {
    try {
      return lines(parser);
    } catch (JsonProcessingException e) {
      var line = parser.currentLocation().getLineNr();
      throw unreadable("The body is not CSV at line " + line + ": a quote is not closed?");
    }
  }

  private List<Cells> lines(CsvParser parser) throws IOException {
    var lines = new ArrayList<Cells>();
    var values = new ArrayList<String>();
    int line = 1;
    for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (lines.size() > 1 + most) break;
      if (token == JsonToken.VALUE_STRING) {
        if (values.isEmpty()) line = parser.currentTokenLocation().getLineNr();
        values.add(parser.getText());
      } else if (token == JsonToken.END_ARRAY) {
        if (!values.stream().allMatch(String::isBlank))
          lines.add(new Cells(line, List.copyOf(values)));
        values.clear();
      }
    }
    return lines;
  }

  private static char separator(String text) {
    var first = text.lines().findFirst().orElse("");
    var best = ',';
    for (char candidate : new char[] {';', '\t'})
      if (count(first, candidate) > count(first, best)) best = candidate;
    return best;
  }

  private static long count(String line, char separator) {
    return line.chars().filter(character -> character == separator).count();
  }

  private static Refused unreadable(String detail) {
    return new Refused(Problem.of(Problem.Kind.UNREADABLE_BODY, detail));
  }
}
