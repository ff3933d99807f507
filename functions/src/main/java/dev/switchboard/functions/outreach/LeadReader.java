package dev.switchboard.functions.outreach;

import dev.switchboard.contact.Clue;
import dev.switchboard.functions.contact.ConsentFields;
import dev.switchboard.functions.http.Fields;
import dev.switchboard.functions.http.Fields.Form;
import dev.switchboard.functions.http.Text;
import dev.switchboard.functions.outreach.Addresses.Checked;
import dev.switchboard.outreach.Lead;
import dev.switchboard.outreach.LeadScore;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the leads of one request.
///
/// What cannot be a lead is a finding: a missing or repeated id, a wrong type, a score of 11, an
/// unknown field. A phone number or e-mail address that is not valid is a remark of its lead, which
/// then goes without it.
final class LeadReader {

  private static final Text ID = Text.line(1, 128);
  private static final Text NAME = Text.line(1, 200);
  private static final Text EMAIL = Text.line(1, 320);
  private static final Text PHONE = Text.line(1, 64);
  private static final Text LANGUAGE =
      Text.form(
          "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}", "must be a language tag such as en or es-MX");
  private static final Text ZONE = Text.line(1, 64);
  private static final Text STATE =
      Text.form("[A-Za-z]{2}", "must be a state of the US such as FL");
  private static final int ENGAGEMENT = 1_000_000;
  private static final int CONSENTS = 20;
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private final Addresses addresses;
  private final Form consentForm;
  private final Map<String, String> pointers = new HashMap<>();

  /// @param consentForm how consents are written: text in CSV, else strict, for a consent without
  ///   channel is one for all
  LeadReader(Addresses addresses, Form consentForm) {
    this.addresses = addresses;
    this.consentForm = consentForm;
  }

  /// The lead in those fields; empty if it has no id, which is a finding.
  Optional<Lead> read(Fields fields) {
    fields.require("id", "is required");
    var id = fields.text("id", ID);
    id.ifPresent(value -> claim(fields, value));
    var name = fields.text("name", NAME);
    var remarks = new ArrayList<String>();
    var clues = new ArrayList<Clue>();
    var email =
        fields
            .text("email", EMAIL)
            .map(addresses::email)
            .flatMap(checked -> take(checked, clues, remarks));
    var phone =
        fields
            .text("phone", PHONE)
            .map(addresses::phone)
            .flatMap(checked -> take(checked, clues, remarks));
    var score = fields.integer("score", LeadScore.MIN, LeadScore.MAX).map(LeadScore::new);
    var traits = traits(fields);
    state(fields).ifPresent(clues::add);
    zone(fields).ifPresent(clues::add);
    var consents =
        fields.list(
            "consent", CONSENTS, consentForm, it -> ConsentFields.read(it, ConsentFields.GIVEN));
    fields.close();
    return id.map(
        value -> new Lead(value, name, phone, email, score, traits, consents, clues, remarks));
  }

  private void claim(Fields fields, String id) {
    var first = pointers.putIfAbsent(id, fields.pointer("id"));
    if (first != null) fields.wrong("id", "must be unique: it is at " + first + " too");
  }

  private static Optional<String> take(Checked checked, List<Clue> clues, List<String> remarks) {
    return switch (checked) {
      case Checked.Valid(var address, var found) -> {
        clues.addAll(found);
        yield Optional.of(address);
      }
      case Checked.Invalid(var because) -> {
        remarks.add(because);
        yield Optional.empty();
      }
    };
  }

  private static Lead.Traits traits(Fields fields) {
    return new Lead.Traits(
        fields.text("industry", NAME).map(text -> text.toLowerCase(Locale.ROOT)),
        fields.text("role", NAME),
        fields.text("company", NAME),
        fields.text("source", NAME),
        fields.integer("engagement", 0, ENGAGEMENT),
        whatsApp(fields),
        fields.text("language", LANGUAGE));
  }

  private static Optional<Boolean> whatsApp(Fields fields) {
    if (fields.has("has_whatsapp") && fields.has("hasWhatsApp"))
      fields.wrong("hasWhatsApp", "is there as has_whatsapp too: keep one");
    var own = fields.flag("has_whatsapp");
    var documented = fields.flag("hasWhatsApp");
    return own.or(() -> documented);
  }

  private Optional<Clue> state(Fields fields) {
    var code = fields.text("state", STATE).map(text -> text.toUpperCase(Locale.ROOT));
    var clue = code.flatMap(addresses::state);
    if (code.isPresent() && clue.isEmpty()) fields.wrong("state", STATE.rule());
    return clue;
  }

  private static Optional<Clue> zone(Fields fields) {
    var name = fields.text("time_zone", ZONE);
    var known = name.filter(ZONES::contains);
    if (name.isPresent() && known.isEmpty())
      fields.wrong("time_zone", "must be a time zone such as America/New_York");
    return known.map(zone -> new Clue(Clue.Source.STATED, "", Set.of(ZoneId.of(zone)), Set.of()));
  }
}
