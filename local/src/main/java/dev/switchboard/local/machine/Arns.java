package dev.switchboard.local.machine;

/// The ARNs of machines and executions, with the account and region of the embedded runtime.
public final class Arns {

  private static final String PREFIX = "arn:aws:states:us-east-1:000000000000:";

  private Arns() {}

  public static String machine(String name) {
    return PREFIX + "stateMachine:" + name;
  }

  /// Without the version or alias that may stand behind it.
  public static String unqualified(String machine) {
    var parts = machine.split(":", -1);
    return parts.length > 7 ? machine.substring(0, machine.lastIndexOf(':')) : machine;
  }

  public static String execution(String machine, String name) {
    return machine.replace(":stateMachine:", ":execution:") + ":" + name;
  }

  /// The last part of any ARN.
  public static String name(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
