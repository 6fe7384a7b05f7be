package socketscope.trace;

import org.jspecify.annotations.Nullable;
import socketscope.trace.TraceFormatException.Fault;

/** The first line of a trace file, which says what it is and in which version. */
final class TraceHeader {

  /** Goes up when a reader of the former version could misread a file. */
  static final int VERSION = 1;

  private static final String START = "{\"socketscope-trace\":";

  private TraceHeader() {}

  static String line() {
    return START + VERSION + "}";
  }

  /** Whether a file that has this line only is a trace whose writer was stopped at once. */
  static boolean isCutShort(@Nullable String line) {
    return line == null || line.length() < line().length() && line().startsWith(line);
  }

  /** Accepts a version that this reader knows. */
  static void check(@Nullable String line) throws TraceFormatException {
    String text = line == null ? "" : line.strip();
    if (!text.startsWith(START) || !text.endsWith("}")) {
      throw new TraceFormatException(Fault.NO_TRACE, 1, "");
    }
    String version = text.substring(START.length(), text.length() - 1).strip();
    if (!version.matches("[0-9]{1,9}")) {
      throw new TraceFormatException(Fault.NO_TRACE, 1, "");
    }
    if (Integer.parseInt(version) != VERSION) {
      throw new TraceFormatException(Fault.OTHER_VERSION, 1, version);
    }
  }
}
