package socketscope.syscall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The constants of one system's headers: what number a name stands for, and what name to print for
 * a number. A name that this system does not have is absent.
 */
public final class Constants {

  /** What a number is for, since 1 is AF_UNIX, SOCK_STREAM and IPPROTO_ICMP at once. */
  public enum Group {
    /** First argument of socket(2): AF_INET. */
    DOMAIN,
    /** Second argument of socket(2): SOCK_STREAM. */
    TYPE,
    /** Bits that may be added to the type: SOCK_NONBLOCK. */
    TYPE_FLAG,
    /** Third argument of socket(2): IPPROTO_TCP. */
    PROTOCOL,
    /** Bits for send(2) and recv(2): MSG_PEEK. */
    MESSAGE_FLAG,
    /** Second argument of shutdown(2): SHUT_WR. */
    SHUTDOWN,
    /** Second argument of getsockopt(2): SOL_SOCKET. */
    LEVEL,
    /** Options of SOL_SOCKET: SO_REUSEADDR. */
    SOCKET_OPTION,
    /** Options of IPPROTO_TCP: TCP_NODELAY. */
    TCP_OPTION,
    /** Options of IPPROTO_UDP: UDP_SEGMENT. */
    UDP_OPTION,
    /** Options of IPPROTO_IP: IP_TTL. */
    IP_OPTION,
    /** Options of IPPROTO_IPV6: IPV6_V6ONLY. */
    IPV6_OPTION,
    /** Options of SOL_PACKET: PACKET_STATISTICS. */
    PACKET_OPTION,
    /** Second argument of fcntl(2): F_GETFL. */
    FILE_COMMAND,
    /** Bits of F_GETFD and F_SETFD: FD_CLOEXEC. */
    DESCRIPTOR_FLAG,
    /** Bits of F_GETFL and F_SETFL: O_NONBLOCK. */
    FILE_FLAG,
    /** Second argument of ioctl(2): FIONREAD. */
    DEVICE_REQUEST,
    /** Bits of poll(2): POLLIN. */
    POLL_EVENT
  }

  private record Entry(Group group, String name, int value) {}

  private final List<Entry> entries;
  private final Map<String, Integer> values;

  private Constants(List<Entry> entries, Map<String, Integer> values) {
    this.entries = entries;
    this.values = values;
  }

  /** The number of a name; empty where this system has none. */
  public OptionalInt value(String name) {
    Integer value = values.get(name);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /**
   * The number of an argument as a lesson writes it: names and numbers (as in C: decimal, 0x, or
   * octal after a 0) joined by {@code |}, such as {@code MSG_PEEK|MSG_DONTWAIT} or {@code 0x42}.
   *
   * @return empty where a name is unknown on this system, or a number does not fit into 32 bits
   */
  public OptionalInt resolve(String expression) {
    int joined = 0;
    int start = 0;
    while (start <= expression.length()) {
      int bar = expression.indexOf('|', start);
      int end = bar < 0 ? expression.length() : bar;
      String term = expression.substring(start, end).strip();
      OptionalInt value = startsNumber(term) ? number(term) : value(term);
      if (value.isEmpty()) {
        return OptionalInt.empty();
      }
      joined |= value.getAsInt();
      start = end + 1;
    }
    return OptionalInt.of(joined);
  }

  private static boolean startsNumber(String term) {
    char first = term.isEmpty() ? ' ' : term.charAt(0);
    return first == '-' || first >= '0' && first <= '9';
  }

  private static OptionalInt number(String term) {
    try {
      long value = Long.decode(term);
      boolean fits = value >= Integer.MIN_VALUE && value <= 0xffff_ffffL;
      return fits ? OptionalInt.of((int) value) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /**
   * The name of a number, as strace(1) prints it: the group's first name of that value. A number
   * without a name is printed in decimal.
   */
  public String nameOf(Group group, int value) {
    for (Entry entry : entries) {
      if (entry.group == group && entry.value == value) {
        return entry.name;
      }
    }
    return Integer.toString(value);
  }

  /**
   * The names of the bits of a number joined by {@code |}, as strace(1) prints flags; bits without
   * a name come last, in hexadecimal. No bit at all is {@code 0}.
   */
  public String flagsOf(Group group, int value) {
    StringBuilder text = new StringBuilder();
    int left = value;
    for (Entry entry : entries) {
      boolean whole = entry.value != 0 && (left & entry.value) == entry.value;
      if (entry.group == group && whole) {
        text.append(text.isEmpty() ? "" : "|").append(entry.name);
        left &= ~entry.value;
      }
    }
    if (left != 0 || text.isEmpty()) {
      String rest = left == 0 ? "0" : "0x" + Integer.toHexString(left);
      text.append(text.isEmpty() ? "" : "|").append(rest);
    }
    return text.toString();
  }

  /** A socket's type with the flags that may be added to it: {@code SOCK_STREAM|SOCK_NONBLOCK}. */
  public String typeOf(int value) {
    int flags = 0;
    for (Entry entry : entries) {
      flags |= entry.group == Group.TYPE_FLAG ? value & entry.value : 0;
    }
    String type = nameOf(Group.TYPE, value & ~flags);
    return flags == 0 ? type : type + "|" + flagsOf(Group.TYPE_FLAG, flags);
  }

  /** The names of a group, in the order of the system's table. */
  public List<String> names(Group group) {
    List<String> names = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.group == group) {
        names.add(entry.name);
      }
    }
    return List.copyOf(names);
  }

  /** Writes a table down: a group, its names, the next group ... */
  public static final class Table {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> values = new HashMap<>();
    private Group group = Group.DOMAIN;

    /** The group of the names that follow. */
    public Table group(Group next) {
      group = next;
      return this;
    }

    /**
     * A name and its number. Of two names for one number, the first is the one that is printed. A
     * name may stand in two groups (IPPROTO_TCP is a protocol and a level).
     *
     * @throws IllegalArgumentException where the name stands already for another number
     */
    public Table name(String name, int value) {
      Integer earlier = values.put(name, value);
      if (earlier != null && earlier != value) {
        throw new IllegalArgumentException(name + " is " + earlier + " and " + value);
      }
      entries.add(new Entry(group, name, value));
      return this;
    }

    /** The table as it stands. */
    public Constants build() {
      return new Constants(List.copyOf(entries), Map.copyOf(values));
    }
  }
}
