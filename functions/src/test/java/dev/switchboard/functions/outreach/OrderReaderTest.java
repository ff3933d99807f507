package dev.switchboard.functions.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.contact.Channel;
import dev.switchboard.contact.Clue;
import dev.switchboard.contact.Consent;
import dev.switchboard.outreach.Goal;
import dev.switchboard.outreach.Lead;
import dev.switchboard.outreach.LeadScore;
import dev.switchboard.outreach.Order;
import dev.switchboard.outreach.Order.Message;
import dev.switchboard.price.Usd;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderReaderTest {

  private static final String LEAD =
      """
      {'id':'l-1','name':'Sarah Lee','email':'Sarah@Example.com','phone':'+12125550123','score':9,
       'industry':'Enterprise','role':'CTO','company':'Acme, Inc.','source':'referral',
       'engagement':12,'hasWhatsApp':true,'language':'en','time_zone':'America/Chicago','state':'fl',
       'consent':[{'channel':'sms','kind':'written','source':'web form',
         'at':'2026-03-02T10:00:00-05:00'}]}\
      """;

  private static final Lead SARAH =
      new Lead(
          "l-1",
          Optional.of("Sarah Lee"),
          Optional.of("+12125550123"),
          Optional.of("sarah@example.com"),
          Optional.of(new LeadScore(9)),
          new Lead.Traits(
              Optional.of("enterprise"),
              Optional.of("CTO"),
              Optional.of("Acme, Inc."),
              Optional.of("referral"),
              Optional.of(12),
              Optional.of(true),
              Optional.of("en")),
          List.of(
              new Consent(
                  Optional.of(Channel.SMS),
                  Consent.Kind.WRITTEN,
                  "web form",
                  Instant.parse("2026-03-02T15:00:00Z"))),
          List.of(
              Orders.NEW_YORK,
              Orders.FLORIDA,
              new Clue(Clue.Source.STATED, "", Set.of(ZoneId.of("America/Chicago")), Set.of())),
          List.of());

  private static final String CSV =
      """
      ID,Name,EMAIL,phone,score,industry,role,company,source,engagement,haswhatsapp,language,\
      time_zone,state,consent_channel,consent_kind,consent_source,consent_at
      l-1,Sarah Lee,Sarah@Example.com,+12125550123,9,Enterprise,CTO,"Acme, Inc.",referral,12,\
      yes,en,America/Chicago,fl,sms,written,web form,2026-03-02T10:00:00-05:00
      """;

  private static final Map<String, String> NURTURE = Map.of("goal", "nurture");

  @Test
  void an_object_a_list_one_lead_and_csv_are_the_same_order() {
    var order = order(SARAH);

    assertEquals(order, Orders.json("{'goal':'nurture','leads':[" + LEAD + "]}", Map.of()));
    assertEquals(order, Orders.json("{'leads':[" + LEAD + "]}", NURTURE));
    assertEquals(order, Orders.json("[" + LEAD + "]", NURTURE));
    assertEquals(order, Orders.json(LEAD, NURTURE));
    assertEquals(order, Orders.read("text/csv", CSV, NURTURE));
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void csv_may_have_another_separator_a_byte_order_mark_and_windows_line_ends(String separator) {
    var text =
        "\uFEFF"
            + CSV.replace("\"Acme, Inc.\"", "Acme# Inc.").replace(",", separator).replace("#", ",");

    assertEquals(
        order(SARAH),
        Orders.read(
            "Text/CSV; charset=UTF-8; header=present", text.replace("\n", "\r\n"), NURTURE));
  }

  @Test
  void csv_may_have_line_breaks_in_values_and_rows_without_any() {
    var csv = "id,company\n\n1,\"A\"\"B\"\n,\n2,C";

    assertEquals(
        List.of("1 A\"B", "2 C"),
        Orders.read("text/csv", csv, NURTURE).leads().stream()
            .map(lead -> lead.id() + " " + lead.traits().company().orElseThrow())
            .toList());
  }

  @Test
  void every_field_of_an_order_is_read() {
    var body =
        """
        {'name':'Spring','goal':'appointment','leads':[{'id':'1'}],'message':'Hello {{first_name}}',
         'messages':{'sms':{'text':'Hi'},'email':{'subject':'News','text':'Dear\\nyou'},
           'voicemail':{'text':'Call us'},'voice_call':{'text':'Good day'}},
         'budget_per_lead':0.5,'budget_total':120,'urgent':true,'campaign':{'urgent':true},
         'timing':'immediate','review':true,'dry_run':true}\
        """;

    assertEquals(
        new Order(
            Optional.of("Spring"),
            List.of(lead("1", List.of())),
            Goal.APPOINTMENT,
            Optional.of("Hello {{first_name}}"),
            Map.of(
                Channel.SMS, said("Hi"),
                Channel.EMAIL, new Message(Optional.of("News"), "Dear\nyou"),
                Channel.VOICEMAIL, said("Call us"),
                Channel.VOICE_CALL, said("Good day")),
            Optional.of(Usd.of("0.5")),
            Optional.of(Usd.of("120")),
            true,
            true,
            true),
        Orders.json(body, Map.of()));
  }

  @Test
  void the_query_says_what_a_list_cannot() {
    var query =
        Map.of(
            "name", "Spring",
            "goal", "announcement",
            "message", "Hello",
            "budget_per_lead", "0.25",
            "budget_total", "99.999999",
            "urgent", "true",
            "review", "true",
            "dry_run", "true");

    assertEquals(
        new Order(
            Optional.of("Spring"),
            List.of(lead("1", List.of())),
            Goal.ANNOUNCEMENT,
            Optional.of("Hello"),
            Map.of(),
            Optional.of(Usd.of("0.25")),
            Optional.of(Usd.of("99.999999")),
            true,
            true,
            true),
        Orders.json("[{'id':'1'}]", query));
  }

  @Test
  void urgent_may_be_said_in_the_form_of_the_source() {
    var leads = "'goal':'nurture','leads':[{'id':'1'}]}";

    assertTrue(Orders.json("{'campaign':{'urgent':true}," + leads, Map.of()).urgent());
    assertTrue(Orders.json("{'timing':'immediate'," + leads, Map.of()).urgent());
  }

  @Test
  void a_blank_message_is_left_to_the_templates() {
    assertEquals(
        order(lead("1", List.of())),
        Orders.json("{'goal':'nurture','message':' ','leads':[{'id':'1'}]}", Map.of()));
  }

  @Test
  void SND_C12_an_address_that_is_not_valid_is_a_remark_of_its_lead() {
    assertEquals(
        order(
            lead(
                "1",
                List.of(
                    "email is not a valid address: nobody", "phone is not a valid number: +1555"))),
        Orders.json("[{'id':'1','phone':' +1555','email':'nobody'}]", NURTURE));
  }

  @Test
  void null_and_blank_are_absent_in_a_lead_for_exports_write_empty_cells_so() {
    assertEquals(
        order(lead("1", List.of())),
        Orders.json(
            "[{'id':'1','name':null,'phone':'','email':'"
                + " ','score':null,'consent':null,'state':''}]",
            NURTURE));
  }

  private static Order order(Lead lead) {
    return new Order(
        Optional.empty(),
        List.of(lead),
        Goal.NURTURE,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false);
  }

  private static Lead lead(String id, List<String> remarks) {
    return new Lead(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Lead.Traits.NONE,
        List.of(),
        List.of(),
        remarks);
  }

  private static Message said(String text) {
    return new Message(Optional.empty(), text);
  }
}
