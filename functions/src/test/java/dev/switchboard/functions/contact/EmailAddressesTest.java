package dev.switchboard.functions.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.switchboard.functions.contact.EmailAddresses.Reading.Invalid;
import dev.switchboard.functions.contact.EmailAddresses.Reading.Valid;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmailAddressesTest {

  @Test
  void an_address_is_the_same_in_every_case() {
    assertEquals(new Valid("sarah@example.com"), EmailAddresses.read(" Sarah@EXAMPLE.com "));
  }

  @Test
  void usual_addresses_are_valid() {
    for (var address :
        List.of(
            "a@b.co",
            "first.last+tag@mail.example.museum",
            "o'brien@x-y.example",
            "1@1.example",
            "x".repeat(64) + "@example.com",
            "a@xn--bcher-kva.example"))
      assertEquals(new Valid(address), EmailAddresses.read(address));
  }

  @Test
  void a_domain_of_other_letters_takes_its_ascii_form() {
    assertEquals(new Valid("a@xn--bcher-kva.example"), EmailAddresses.read("a@Bücher.example"));
  }

  @Test
  void a_wrong_address_is_told() {
    assertEquals(new Invalid("email has no @: sarah"), EmailAddresses.read("sarah"));
    assertEquals(new Invalid("email is empty"), EmailAddresses.read(" "));
    assertEquals(
        new Invalid("email is not valid before the @: a b@example.com"),
        EmailAddresses.read("a b@example.com"));
    assertEquals(
        new Invalid("email is not valid after the @: a@localhost"),
        EmailAddresses.read("a@localhost"));
  }

  @Test
  void what_mail_does_not_take_is_invalid() {
    for (var address :
        List.of(
            "@example.com",
            "a@",
            "a@@example.com",
            "a@b@example.com",
            ".a@example.com",
            "a.@example.com",
            "a..b@example.com",
            "a@-b.example",
            "a@b-.example",
            "a@b..example",
            "a@.example",
            "a@example.com.",
            "a@1.2.3.4",
            "a@[1.2.3.4]",
            "\"a b\"@example.com",
            "a@example.c",
            "a@exa_mple.com",
            "a\r\nBcc: b@example.com",
            "a@example.com\nBcc: b",
            "a@example.com,b@example.com",
            "<a@example.com>",
            "ä@example.com",
            "\u212a@example.com",
            "a@stra\u00dfe.example",
            "x".repeat(65) + "@example.com",
            "a@" + "x".repeat(64) + ".example",
            "a@" + "x.".repeat(130) + "example"))
      assertInstanceOf(Invalid.class, EmailAddresses.read(address), address);
  }
}
