package dev.switchboard.outreach.content;

import dev.switchboard.contact.Channel;
import dev.switchboard.outreach.Goal;
import dev.switchboard.send.Content;
import java.util.Optional;

record English() implements Wording {

  @Override
  public Content template(Goal goal, Channel channel) {
    return switch (channel) {
      case VOICE_CALL -> text(call(goal));
      case VOICEMAIL -> text(voicemail(goal));
      case SMS -> text(sms(goal));
      case EMAIL -> email(goal);
    };
  }

  @Override
  public String lead(Channel channel) {
    return switch (channel) {
      case VOICE_CALL -> "Hello, this is an automated assistant calling for [[sender]]. ";
      case VOICEMAIL -> "Hello, this is an automated message from [[sender]]. ";
      case SMS -> "[[sender]]: ";
      case EMAIL -> "";
    };
  }

  @Override
  public String notice(Channel channel) {
    return switch (channel) {
      case VOICE_CALL -> "If you do not want to be called again, just say so.";
      case VOICEMAIL -> "If you do not want to hear from us again, call back and say stop.";
      case SMS -> "Reply STOP to opt out";
      case EMAIL -> "";
    };
  }

  @Override
  public String unsubscribe() {
    return "Unsubscribe";
  }

  @Override
  public String nobody() {
    return "our team";
  }

  private static String call(Goal goal) {
    return "Hello {{first_name|there}}, this is an automated assistant calling for [[sender]]. "
        + switch (goal) {
          case APPOINTMENT ->
              "I would like to find fifteen minutes for you to talk with one of our people."
                  + " Which day suits you best?";
          case NURTURE ->
              "I am calling to ask whether there is anything you would like to know from us."
                  + " Do you have a minute?";
          case ANNOUNCEMENT ->
              "We have news that may matter to {{company|you}}."
                  + " May I tell you about it in one minute?";
        };
  }

  private static String voicemail(Goal goal) {
    return "Hello {{first_name|there}}, this is an automated message from [[sender]]. "
        + switch (goal) {
          case APPOINTMENT ->
              "We would like to find fifteen minutes to talk with you."
                  + " Please call back on this number with a time that suits you.";
          case NURTURE ->
              "We wanted to ask whether there is anything you would like to know from us."
                  + " You can call back on this number at any time.";
          case ANNOUNCEMENT ->
              "We have news that may matter to {{company|you}}."
                  + " Please call back on this number to hear more.";
        };
  }

  private static String sms(Goal goal) {
    return "Hi {{first_name|there}}, this is [[sender]]. "
        + switch (goal) {
          case APPOINTMENT ->
              "Would you have 15 minutes for a short call this week?"
                  + " Just reply with a time that suits you.";
          case NURTURE -> "Is there anything you would like to know from us? Just reply here.";
          case ANNOUNCEMENT ->
              "We have news that may matter to {{company|you}}. Reply YES to hear more.";
        };
  }

  private static Content email(Goal goal) {
    return switch (goal) {
      case APPOINTMENT ->
          new Content(
              Optional.of("15 minutes with [[sender]]?"),
              """
              Hello {{first_name|there}},

              would you have 15 minutes for a short call with us in the next days? We would like to \
              learn what {{company|your company}} needs and say honestly whether we can help.

              Just reply with a time that suits you.\
              """);
      case NURTURE ->
          new Content(
              Optional.of("Anything you would like to know?"),
              """
              Hello {{first_name|there}},

              is there anything you or {{company|your company}} would like to know from us? A reply \
              to this e-mail reaches a person.\
              """);
      case ANNOUNCEMENT ->
          new Content(
              Optional.of("News from [[sender]]"),
              """
              Hello {{first_name|there}},

              we have news that may matter to {{company|your company}}. If you would like to hear \
              more, just reply to this e-mail.\
              """);
    };
  }

  private static Content text(String text) {
    return new Content(Optional.empty(), text);
  }
}
