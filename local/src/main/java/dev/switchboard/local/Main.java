package dev.switchboard.local;

/// Starts the embedded runtime.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("switchboard");
  }
}
