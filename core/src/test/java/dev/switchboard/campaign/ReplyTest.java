package dev.switchboard.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.campaign.Reply.Bid;
import dev.switchboard.campaign.Reply.Decline;
import dev.switchboard.campaign.Reply.Question;
import dev.switchboard.price.Usd;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

  @ParameterizedTest
  @ValueSource(strings = {"YES", "yes", " Yes! ", "bid", "BID.", "yes\n"})
  void yes_and_bid_are_bids_without_an_amount(String text) {
    assertEquals(new Bid(Optional.empty()), Reply.of(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BID 450 | 450",
        "yes $1,250.50 | 1250.50",
        "Yes: 900. | 900",
        "bid $ 12 | 12",
        "YES, 1,000,000 | 1000000",
        "yes 450.5 | 450.5",
        "bid-300 | 300"
      })
  void an_amount_is_read(String text, String dollars) {
    assertEquals(new Bid(Optional.of(Usd.of(dollars))), Reply.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO", "no.", " No! "})
  void no_declines(String text) {
    assertEquals(new Decline(), Reply.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yes but when?",
        "no problem",
        "Not before Friday",
        "450",
        "yes 1,2",
        "yes .50",
        "yes 4.505",
        "bid 12345678",
        "yesterday",
        "nope",
        "bid 4 or 5",
        "yes ٤٥"
      })
  void anything_else_is_a_question_for_a_person(String text) {
    assertEquals(new Question(), Reply.of(text));
  }

  @Test
  void each_is_a_response() {
    assertEquals(Response.BID, Reply.of("yes 5").response());
    assertEquals(Response.DECLINE, Reply.of("no").response());
    assertEquals(Response.QUESTION, Reply.of("why").response());
  }
}
