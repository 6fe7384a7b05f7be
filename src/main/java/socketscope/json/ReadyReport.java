package socketscope.json;

/**
 * What a program that fork() has made writes in place of an event once it takes requests: its
 * process is known before, from its parent.
 */
public final class ReadyReport {

  private ReadyReport() {}

  /** The line of this report, without its end. */
  public static String toJson() {
    return new JsonLine().put("ready", true).end();
  }

  /** Whether that line is one. */
  public static boolean is(String line) {
    return line.equals(toJson());
  }
}
