package dev.switchboard.outreach.content;

import dev.switchboard.contact.Channel;
import dev.switchboard.outreach.Goal;
import dev.switchboard.send.Content;
import java.util.Optional;

record Spanish() implements Wording {

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
      case VOICE_CALL -> "Hola, le llama un asistente automático de parte de [[sender]]. ";
      case VOICEMAIL -> "Hola, este es un mensaje automático de [[sender]]. ";
      case SMS -> "[[sender]]: ";
      case EMAIL -> "";
    };
  }

  @Override
  public String notice(Channel channel) {
    return switch (channel) {
      case VOICE_CALL -> "Si no desea recibir más llamadas, dígalo cuando quiera.";
      case VOICEMAIL -> "Si no desea recibir más mensajes, llame a este número y diga stop.";
      case SMS -> "Responda STOP para cancelar";
      case EMAIL -> "";
    };
  }

  @Override
  public String unsubscribe() {
    return "Cancelar la suscripción";
  }

  @Override
  public String nobody() {
    return "nuestro equipo";
  }

  private static String call(Goal goal) {
    return "{{first_name|Hola}}, le llama un asistente automático de parte de [[sender]]. "
        + switch (goal) {
          case APPOINTMENT ->
              "Quisiera encontrar quince minutos para que hable con una persona de nuestro equipo."
                  + " ¿Qué día le conviene?";
          case NURTURE -> "¿Hay algo que quiera saber de nosotros? ¿Tiene un minuto?";
          case ANNOUNCEMENT ->
              "Tenemos novedades que pueden interesar a {{company|usted}}."
                  + " ¿Se las cuento en un minuto?";
        };
  }

  private static String voicemail(Goal goal) {
    return "{{first_name|Hola}}, este es un mensaje automático de [[sender]]. "
        + switch (goal) {
          case APPOINTMENT ->
              "Quisiéramos encontrar quince minutos para hablar con usted."
                  + " Llámenos a este número y díganos qué hora le conviene.";
          case NURTURE ->
              "Si hay algo que quiera saber de nosotros, llámenos a este número cuando quiera.";
          case ANNOUNCEMENT ->
              "Tenemos novedades que pueden interesar a {{company|usted}}."
                  + " Llámenos a este número para saber más.";
        };
  }

  private static String sms(Goal goal) {
    return "{{first_name|Hola}}, le escribe [[sender]]. "
        + switch (goal) {
          case APPOINTMENT ->
              "¿Tiene 15 minutos para una llamada esta semana? Responda con una hora que le"
                  + " convenga.";
          case NURTURE -> "¿Hay algo que quiera saber de nosotros? Responda a este mensaje.";
          case ANNOUNCEMENT ->
              "Tenemos novedades que pueden interesar a {{company|usted}}. Responda SI si quiere"
                  + " leerlas.";
        };
  }

  private static Content email(Goal goal) {
    return switch (goal) {
      case APPOINTMENT ->
          new Content(
              Optional.of("¿15 minutos con [[sender]]?"),
              """
              {{first_name|Hola}},

              ¿tendría 15 minutos en los próximos días para una llamada corta? Quisiéramos saber qué \
              necesita {{company|su empresa}} y decirle con franqueza si podemos ayudar.

              Responda con una hora que le convenga.\
              """);
      case NURTURE ->
          new Content(
              Optional.of("¿Hay algo que quiera saber?"),
              """
              {{first_name|Hola}},

              ¿hay algo que usted o {{company|su empresa}} quiera saber de nosotros? Su respuesta a \
              este correo la lee una persona.\
              """);
      case ANNOUNCEMENT ->
          new Content(
              Optional.of("Novedades de [[sender]]"),
              """
              {{first_name|Hola}},

              tenemos novedades que pueden interesar a {{company|su empresa}}. Si quiere saber más, \
              responda a este correo.\
              """);
    };
  }

  private static Content text(String text) {
    return new Content(Optional.empty(), text);
  }
}
