package socketscope.event;

import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketscope.constant.Escapes;
import socketscope.constant.HostAddress;
import socketscope.constant.ValueException;

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
    int port = port(text, text.substring(colon + 1));
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    byte[] address = address(text, bracketed ? host.substring(1, host.length() - 1) : host);
    ByteBuffer bytes = ByteBuffer.wrap(address);
    if (bracketed != (address.length == 16)) {
      throw fault(text);
    }
    return bracketed
        ? new SocketAddress.Inet6(bytes.getLong(), bytes.getLong(), port)
        : new SocketAddress.Inet4(bytes.getInt(), port);
  }

  private static byte[] address(String whole, String host) throws NotationException {
    try {
      return HostAddress.parse(host);
    } catch (ValueException e) {
      throw fault(whole);
    }
  }

  private static int port(String whole, String digits) throws NotationException {
    if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65535) {
      throw fault(whole);
    }
    return Integer.parseInt(digits);
  }

  static String inet6(long high, long low) {
    return HostAddress.text(ByteBuffer.allocate(16).putLong(high).putLong(low).array());
  }

  private static NotationException fault(String text) {
    return new NotationException(NotationException.Reason.ADDRESS, text, 0);
  }
}
