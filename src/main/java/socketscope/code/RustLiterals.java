package socketscope.code;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import socketscope.event.Bytes;
import socketscope.event.SocketAddress;

/** Constants, bytes and addresses as Rust writes them. */
final class RustLiterals {

  private final RustPrelude prelude;
  private final LinuxConstants linux = new LinuxConstants();
  private final Map<String, String> constants = new TreeMap<>();

  RustLiterals(RustPrelude prelude) {
    this.prelude = prelude;
  }

  /** The constants that the program names, with their numbers. */
  Map<String, String> constants() {
    return constants;
  }

  /** The program names the constants of that expression. */
  void constants(String expression) {
    constants.putAll(linux.in(expression));
  }

  static String constant(String expression) {
    return expression.replace("|", " | ");
  }

  /** The address with host and port. */
  String internet(Target.Fixed fixed) {
    prelude.use("std::net::SocketAddr");
    return "SocketAddr::from((" + host(fixed.address()) + ", " + fixed.port() + "))";
  }

  private static String host(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 inet -> "[" + inet.host().replace(".", ", ") + "]";
      case SocketAddress.Inet6(long high, long low, _) ->
          IntStream.range(0, 8)
              .mapToObj(i -> (i < 4 ? high : low) >>> 48 - 16 * (i % 4) & 0xffff)
              .map(group -> group < 10 ? "" + group : "0x" + Long.toHexString(group))
              .collect(Collectors.joining(", ", "[", "]"));
      case SocketAddress.Unix _, SocketAddress.Other _ -> address.toString();
    };
  }

  /** Any bytes; many of them by their pattern. */
  String bytes(Bytes bytes) {
    if (!Quoted.isLong(bytes)) {
      return literal(bytes);
    }
    return Quoted.pattern(bytes)
        .map(pattern -> {
          int times = (bytes.length() + pattern.length() - 1) / pattern.length();
          String all = "&" + literal(pattern) + ".repeat(" + times + ")";
          return bytes.length() % pattern.length() == 0 ? all : all + "[.." + bytes.length() + "]";
        })
        .orElseGet(() -> "&[" + String.join(" ", CLiterals.numbers(bytes)) + "]");
  }

  static String literal(Bytes bytes) {
    String ascii = Quoted.ascii(bytes.toArray());
    return ascii.indexOf('\\') >= 0 && Quoted.plain(bytes).isPresent()
        ? "\"" + Quoted.plain(bytes).get() + "\".as_bytes()"
        : "b\"" + ascii + "\"";
  }
}
