package socketscope.code;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import socketscope.event.Bytes;

/** Constants and bytes as Python writes them. */
final class PythonNames {

  /** Constants that no module has, by their numbers on Linux. */
  private static final Map<String, String> NUMBERS =
      Map.of(
          "SIOCINQ", "0x541b",
          "SIOCOUTQ", "0x5411",
          "MSG_MORE", "0x8000",
          "SO_ACCEPTCONN", "30",
          "SO_DOMAIN", "39",
          "SO_PROTOCOL", "38",
          "SO_RCVTIMEO", "20",
          "SO_SNDTIMEO", "21");

  private PythonNames() {}

  /** An expression such as {@code MSG_PEEK|MSG_DONTWAIT}. */
  static String of(String expression) {
    return Arrays.stream(expression.split("\\|"))
        .map(PythonNames::one)
        .collect(Collectors.joining(" | "));
  }

  private static String one(String name) {
    if (!Character.isLetter(name.charAt(0))) {
      return name;
    }
    if (NUMBERS.containsKey(name)) {
      return NUMBERS.get(name);
    }
    String module =
        switch (name.substring(0, name.indexOf('_') < 0 ? name.length() : name.indexOf('_'))) {
          case "F", "FD" -> "fcntl.";
          case "O" -> "os.";
          case "FIONREAD" -> "termios.";
          default -> "socket.";
        };
    return module + name;
  }

  /** A literal. */
  static String bytes(Bytes bytes) {
    boolean ascii = Quoted.ascii(bytes.toArray()).indexOf('\\') < 0;
    return !ascii && Quoted.plain(bytes).isPresent()
        ? "\"" + Quoted.plain(bytes).get() + "\".encode()"
        : "b\"" + Quoted.ascii(bytes.toArray()) + "\"";
  }
}
