package socketscope.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text forms of addresses: of IPv4 dotted decimal, of IPv6 RFC 4291 section 2.2 read and RFC
 * 5952 written, and our own of the others.
 */
final class AddressText {

  private AddressText() {}

  private static final String UNIX = "unix:";
  private static final String UNSPECIFIED = "AF_UNSPEC";
  private static final Pattern OTHER = Pattern.compile("family\\s+([0-9]{1,5})(?:\\s+(.*))?");

  /** What stands for itself in a name of AF_UNIX; all else is escaped. */
  private static final String PLAIN = "._/+-@~^";

  static SocketAddress parse(String text) throws NotationException {
    if (text.startsWith(UNIX)) {
      return unix(text.substring(UNIX.length()));
    }
    Matcher other = OTHER.matcher(text);
    if (text.equals(UNSPECIFIED) || other.matches()) {
      return other(text, other);
    }
    return internet(text);
  }

  private static SocketAddress unix(String name) throws NotationException {
    boolean abstractName = name.startsWith("@");
    try {
      return new SocketAddress.Unix(
          abstractName, Bytes.unescape(abstractName ? name.substring(1) : name));
    } catch (NotationException e) {
      throw e.within(UNIX.length() + (abstractName ? 1 : 0));
    }
  }

  static String unix(SocketAddress.Unix address) {
    StringBuilder text = new StringBuilder(UNIX);
    text.append(address.abstractName() ? "@" : "");
    String name = Escapes.escape(address.name().toArray());
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      boolean first = at == 0 && !address.abstractName();
      boolean escape = c == '\\';
      boolean plain =
          c > 0x7f || Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0 && !(first && c == '@');
      if (escape && name.charAt(at + 1) == '"') {
        text.append("\\x22");
        at++;
      } else if (escape) {
        text.append(c).append(name.charAt(++at));
      } else if (plain) {
        text.append(c);
      } else {
        text.append("\\x%02x".formatted((int) c));
      }
    }
    return text.toString();
  }

  private static SocketAddress other(String text, Matcher matcher) throws NotationException {
    if (text.equals(UNSPECIFIED)) {
      return new SocketAddress.Other(0, Bytes.copyOf(new byte[0]));
    }
    String bytes = matcher.group(2);
    try {
      return new SocketAddress.Other(
          Integer.parseInt(matcher.group(1)), Notation.data(bytes == null ? "\"\"" : bytes));
    } catch (NotationException e) {
      throw bytes == null ? e : e.within(matcher.start(2));
    }
  }

  private static SocketAddress internet(String text) throws NotationException {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw fault(text);
    }
    int port = decimal(text, text.substring(colon + 1), 65535);
    String host = text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      long[] halves = inet6(text, host.substring(1, host.length() - 1));
      return new SocketAddress.Inet6(halves[0], halves[1], port);
    }
    return new SocketAddress.Inet4(inet4(text, host), port);
  }

  private static int inet4(String whole, String host) throws NotationException {
    String[] parts = host.split("\\.", -1);
    if (parts.length != 4) {
      throw fault(whole);
    }
    int address = 0;
    for (String part : parts) {
      address = address << 8 | decimal(whole, part, 255);
    }
    return address;
  }

  private static int decimal(String whole, String digits, int most) throws NotationException {
    boolean plain = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!plain || digits.length() > 5 || Integer.parseInt(digits) > most) {
      throw fault(whole);
    }
    return Integer.parseInt(digits);
  }

  private static long[] inet6(String whole, String host) throws NotationException {
    int gap = host.indexOf("::");
    if (gap != host.lastIndexOf("::")) {
      throw fault(whole);
    }
    List<Integer> groups = new ArrayList<>();
    if (gap < 0) {
      addGroups(whole, host, groups);
    } else {
      addGroups(whole, host.substring(0, gap), groups);
      List<Integer> after = new ArrayList<>();
      addGroups(whole, host.substring(gap + 2), after);
      int missing = 8 - groups.size() - after.size();
      if (missing < 1) {
        throw fault(whole);
      }
      for (int i = 0; i < missing; i++) {
        groups.add(0);
      }
      groups.addAll(after);
    }
    if (groups.size() != 8) {
      throw fault(whole);
    }
    return new long[] {join(groups.subList(0, 4)), join(groups.subList(4, 8))};
  }

  private static void addGroups(String whole, String text, List<Integer> groups)
      throws NotationException {
    if (text.isEmpty()) {
      return;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        int address = inet4(whole, parts[i]);
        groups.add(address >>> 16);
        groups.add(address & 0xffff);
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        throw fault(whole);
      }
    }
  }

  private static long join(List<Integer> groups) {
    long half = 0;
    for (int group : groups) {
      half = half << 16 | group;
    }
    return half;
  }

  static String inet6(long high, long low) {
    if (high == 0 && low >>> 32 == 0xffff) {
      return "::ffff:" + new SocketAddress.Inet4((int) low, 0).host();
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (int) ((i < 4 ? high : low) >>> 48 - 16 * (i % 4)) & 0xffff;
    }
    int[] run = longestZeros(groups);
    if (run[1] < 2) {
      return hex(groups, 0, 8);
    }
    return hex(groups, 0, run[0]) + "::" + hex(groups, run[0] + run[1], 8);
  }

  /** Start and length of the first longest run of zero groups. */
  private static int[] longestZeros(int[] groups) {
    int[] best = {0, 0};
    for (int start = 0; start < 8; start++) {
      int end = start;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - start > best[1]) {
        best = new int[] {start, end - start};
      }
    }
    return best;
  }

  private static String hex(int[] groups, int from, int to) {
    return String.join(
        ":",
        Arrays.stream(groups, from, Math.max(from, to)).mapToObj(Integer::toHexString).toList());
  }

  private static NotationException fault(String text) {
    return new NotationException(NotationException.Reason.ADDRESS, text, 0);
  }
}
