package dev.switchboard.local.sample;

import java.io.PrintStream;
import java.util.List;

/// Where lines are printed. On a terminal headings are bold and a live line is written over; else
/// no control character is printed, and a live line comes now and then.
public final class Screen {

  private static final long NOW_AND_THEN_NANOS = 3_000_000_000L;
  private static final int WIDTH = 100;

  private final PrintStream out;
  private final boolean terminal;
  private boolean live;
  private long last;

  public Screen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.last = System.nanoTime() - NOW_AND_THEN_NANOS;
  }

  /// The console of this process.
  @SuppressWarnings("SystemConsoleNull") // it is null here when the output is redirected
  public static Screen console() {
    var console = System.console();
    return new Screen(System.out, console != null && console.isTerminal());
  }

  public void line(String text) {
    settle();
    out.println(text);
  }

  public void lines(List<String> texts) {
    texts.forEach(this::line);
  }

  public void heading(String text) {
    settle();
    out.println();
    out.println(terminal ? "\033[1m" + text + "\033[0m" : text);
  }

  /// Shows how something stands, in place of what was shown before.
  void live(String text) {
    if (terminal) {
      out.print("\r" + Words.cut(text, WIDTH) + "\033[K");
      out.flush();
      live = true;
    } else if (System.nanoTime() - last >= NOW_AND_THEN_NANOS) {
      out.println(text);
      last = System.nanoTime();
    }
  }

  private void settle() {
    if (live) out.println();
    live = false;
  }
}
