package socketscope.constant;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text forms of IP addresses: of IPv4 dotted decimal, of IPv6 RFC 4291 section 2.2 read and RFC
 * 5952 written.
 */
public final class HostAddress {

  private static final int GROUPS = 8;

  private HostAddress() {}

  /**
   * The four or sixteen bytes of an address, in network order.
   *
   * @throws ValueException where it is neither of IPv4 nor of IPv6
   */
  public static byte[] parse(String text) throws ValueException {
    return text.indexOf(':') < 0 ? inet4(text, text) : inet6(text);
  }

  /** The text of an address of four or sixteen bytes. */
  public static String text(byte[] address) {
    return address.length == 4 ? inet4(address, 0) : inet6(address);
  }

  private static byte[] inet4(String whole, String host) throws ValueException {
    String[] parts = host.split("\\.", -1);
    if (parts.length != 4) {
      throw fault(whole);
    }
    byte[] address = new byte[4];
    for (int i = 0; i < 4; i++) {
      if (!parts[i].matches("[0-9]{1,5}") || Integer.parseInt(parts[i]) > 255) {
        throw fault(whole);
      }
      address[i] = (byte) Integer.parseInt(parts[i]);
    }
    return address;
  }

  private static byte[] inet6(String host) throws ValueException {
    int gap = host.indexOf("::");
    if (gap != host.lastIndexOf("::")) {
      throw fault(host);
    }
    List<Integer> groups = new ArrayList<>();
    if (gap < 0) {
      addGroups(host, host, groups);
    } else {
      addGroups(host, host.substring(0, gap), groups);
      List<Integer> after = new ArrayList<>();
      addGroups(host, host.substring(gap + 2), after);
      int missing = GROUPS - groups.size() - after.size();
      if (missing < 1) {
        throw fault(host);
      }
      for (int i = 0; i < missing; i++) {
        groups.add(0);
      }
      groups.addAll(after);
    }
    if (groups.size() != GROUPS) {
      throw fault(host);
    }
    ByteBuffer address = ByteBuffer.allocate(2 * GROUPS);
    groups.forEach(group -> address.putShort(group.shortValue()));
    return address.array();
  }

  private static void addGroups(String whole, String text, List<Integer> groups)
      throws ValueException {
    if (text.isEmpty()) {
      return;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        ByteBuffer address = ByteBuffer.wrap(inet4(whole, parts[i]));
        groups.add((int) address.getShort());
        groups.add((int) address.getShort());
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        throw fault(whole);
      }
    }
  }

  private static String inet4(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        + "."
        + (bytes[at + 1] & 0xff)
        + "."
        + (bytes[at + 2] & 0xff)
        + "."
        + (bytes[at + 3] & 0xff);
  }

  private static String inet6(byte[] address) {
    ByteBuffer bytes = ByteBuffer.wrap(address);
    if (bytes.getLong(0) == 0 && bytes.getInt(8) == 0xffff) {
      return "::ffff:" + inet4(address, 12);
    }
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = bytes.getShort(2 * i) & 0xffff;
    }
    int[] run = longestZeros(groups);
    if (run[1] < 2) {
      return hex(groups, 0, GROUPS);
    }
    return hex(groups, 0, run[0]) + "::" + hex(groups, run[0] + run[1], GROUPS);
  }

  /** Start and length of the first longest run of zero groups. */
  private static int[] longestZeros(int[] groups) {
    int[] best = {0, 0};
    for (int start = 0; start < GROUPS; start++) {
      int end = start;
      while (end < GROUPS && groups[end] == 0) {
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

  private static ValueException fault(String text) {
    return new ValueException(ValueException.Reason.ADDRESS, text, 0);
  }
}
