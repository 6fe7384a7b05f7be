package socketscope.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The numbers of Linux's constants, and the names that strace writes for them. */
final class LinuxNames {

  /** Names that belong together: the constants of one parameter. */
  enum Group {
    AF,
    SOCK,
    IPPROTO,
    SOL,
    SO,
    IP,
    IPV6,
    TCP,
    UDP,
    MSG,
    SHUT,
    F,
    O,
    IOCTL,
    POLL,
    E
  }

  private final Map<Group, TreeMap<Long, String>> names = new HashMap<>();
  private final Map<String, Long> values = new HashMap<>();

  LinuxNames() {
    ResourceBundle bundle =
        ResourceBundle.getBundle("socketscope.explain.linux-names", Locale.ROOT);
    for (String key : Collections.list(bundle.getKeys())) {
      int dot = key.indexOf('.');
      String group = key.substring(0, dot);
      String rest = key.substring(dot + 1);
      if (group.equals("alias")) {
        values.put(rest, Long.parseLong(bundle.getString(key)));
      } else {
        long value = Long.parseLong(rest);
        values.put(bundle.getString(key), value);
        names
            .computeIfAbsent(Group.valueOf(group), _ -> new TreeMap<>())
            .put(value, bundle.getString(key));
      }
    }
  }

  /** Whether every part of an expression is a name that is known here, or a number. */
  boolean knows(String expression) {
    return Stream.of(expression.split("\\|")).allMatch(part -> part(part).isPresent());
  }

  /**
   * The number that an expression such as {@code SOCK_STREAM|SOCK_NONBLOCK} stands for, as the 32
   * bits that reach the kernel; {@link #knows} it.
   */
  long value(String expression) {
    long value = 0;
    for (String part : expression.split("\\|")) {
      value |= part(part).orElseThrow();
    }
    return value & 0xffffffffL;
  }

  private Optional<Long> part(String text) {
    Long known = values.get(text);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      return Optional.of(Long.decode(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The name of a number; empty where it has none. */
  Optional<String> known(Group group, long value) {
    return Optional.ofNullable(names.get(group).get(value));
  }

  /** The name of a number as strace writes it: {@code 0x63 /* AF_??? *}{@code /} if it has none. */
  String one(Group group, long value, String unknown) {
    String name = names.get(group).get(value);
    return name == null ? "0x" + Long.toHexString(value) + " /* " + unknown + " */" : name;
  }

  /** The names of a number's bits, from the lowest; bits without a name in hexadecimal. */
  List<String> bits(Group group, long value) {
    List<String> found = new ArrayList<>();
    long rest = value;
    for (Map.Entry<Long, String> entry : names.get(group).entrySet()) {
      if ((rest & entry.getKey()) != 0) {
        found.add(entry.getValue());
        rest &= ~entry.getKey();
      }
    }
    if (rest != 0) {
      found.add("0x" + Long.toHexString(rest));
    }
    return found;
  }
}
