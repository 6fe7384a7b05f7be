package socketscope.code;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The numbers of Linux's constants, for a language whose library does not have their names. */
final class LinuxConstants {

  private final Map<String, String> numbers = new HashMap<>();

  LinuxConstants() {
    ResourceBundle bundle =
        ResourceBundle.getBundle("socketscope.explain.linux-names", Locale.ROOT);
    for (String key : Collections.list(bundle.getKeys())) {
      String number = key.substring(key.indexOf('.') + 1);
      if (key.startsWith("alias.")) {
        numbers.put(number, bundle.getString(key));
      } else {
        numbers.put(bundle.getString(key), number);
      }
    }
  }

  /** A constant's number, as an int. */
  String number(String name) {
    return Integer.toString((int) Long.parseLong(numbers.getOrDefault(name, "0")));
  }

  /** The constants that an expression names, with their numbers. */
  Map<String, String> in(String expression) {
    Map<String, String> found = new HashMap<>();
    Arrays.stream(expression.split("\\|"))
        .filter(name -> !name.isEmpty() && Character.isLetter(name.charAt(0)))
        .forEach(name -> found.put(name, number(name)));
    return found;
  }
}
