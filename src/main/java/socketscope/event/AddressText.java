package socketscope.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text forms of IP addresses: dotted decimal, and RFC 4291 section 2.2 read, RFC 5952 written.
 */
final class AddressText {

  private AddressText() {}

  static SocketAddress parse(String text) throws NotationException {
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
