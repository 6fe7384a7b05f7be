package socketscope.code;

import socketscope.event.Bytes;

/** The methods of a Java program besides its calls, as they always are, and bytes. */
final class JavaText {

  static final String QUOTED =
      """
      static String quoted(ByteBuffer buffer) {
          byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < bytes.length && i < 32; i++) {
              text.append(switch (bytes[i]) {
                  case '\\n' -> "\\\\n";
                  case '\\t' -> "\\\\t";
                  case '\\r' -> "\\\\r";
                  case '"' -> "\\\\\\"";
                  case '\\\\' -> "\\\\\\\\";
                  default -> bytes[i] >= ' ' && bytes[i] < 127
                      ? Character.toString(bytes[i])
                      : String.format("\\\\x%02x", bytes[i]);
              });
          }
          return bytes.length + " \\"" + text + (bytes.length > 32 ? "\\"..." : "\\"");
      }
      """;

  static final String ADDRESS_TEXT =
      """
      static String addressText(SocketAddress address) {
          InetSocketAddress inet = (InetSocketAddress) address;
          String host = inet.getAddress().getHostAddress();
          return (host.contains(":") ? "[" + shortened(host) + "]" : host) + ":" + inet.getPort();
      }

      static String shortened(String host) {
          return host.equals("0:0:0:0:0:0:0:1") ? "::1" : host.equals("0:0:0:0:0:0:0:0") ? "::" : host;
      }
      """;

  static final String REPEATED =
      """
      static byte[] repeated(byte[] pattern, int length) {
          byte[] data = new byte[length];
          for (int i = 0; i < length; i++) {
              data[i] = pattern[i % pattern.length];
          }
          return data;
      }
      """;

  static final String ASK_FOR =
      """
      static int askFor(String what) throws IOException {
          System.err.print(what + " ");
          int number = 0;
          for (int key = System.in.read(); Character.isDigit(key); key = System.in.read()) {
              number = number * 10 + key - '0';
          }
          return number;
      }
      """;

  static final String WAIT_FOR =
      """
      static void waitFor(String what) throws IOException {
          System.err.print(what + " ");
          int key = System.in.read();
          while (key != '\\n' && key != -1) {
              key = System.in.read();
          }
      }
      """;

  /** A channel of IPv6 tells of IPv4 by addresses of its own, which Java shortens. */
  static final String ADDRESS_TEXT_6 =
      """
      static String addressText6(SocketAddress address) {
          String text = addressText(address);
          return text.startsWith("[") ? text : "[::ffff:" + text.replace(":", "]:");
      }
      """;

  static final String OR_UNIX =
      """
      static String addressText(SocketAddress address) {
          if (address instanceof UnixDomainSocketAddress local) {
              return "unix:" + local.getPath();
          }
      """;

  private JavaText() {}

  /** A buffer with these bytes. */
  static String bytes(Bytes bytes) {
    if (Quoted.isLong(bytes)) {
      return Quoted.pattern(bytes)
          .map(pattern ->
              "ByteBuffer.wrap(repeated(" + array(pattern) + ", " + bytes.length() + "))")
          .orElse("ByteBuffer.wrap(HexFormat.of().parseHex(\"" + bytes.hex() + "\"))");
    }
    return "ByteBuffer.wrap(" + array(bytes) + ")";
  }

  private static String array(Bytes bytes) {
    return Quoted.plain(bytes)
        .map(text -> "\"" + text + "\".getBytes(StandardCharsets.UTF_8)")
        .orElse("HexFormat.of().parseHex(\"" + bytes.hex() + "\")");
  }
}
