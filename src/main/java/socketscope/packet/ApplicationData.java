package socketscope.packet;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first bytes of a payload most likely are: a message of HTTP/1 (RFC 9112), a record of
 * TLS (RFC 8446, section 5.1), a message of DNS (RFC 1035). Only its name; nothing is taken apart.
 */
final class ApplicationData {

  private static final int DNS_PORT = 53;
  private static final int DNS_HEADER = 12;
  private static final int TLS_HEADER = 5;
  private static final int HANDSHAKE = 22;

  /** No more of it is looked at. */
  private static final int LINE = 128;

  private static final Pattern REQUEST =
      Pattern.compile(
          "((?:GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH) \\S+) HTTP/1\\.[01]\r?\n.*",
          Pattern.DOTALL);

  private static final Pattern RESPONSE =
      Pattern.compile("HTTP/1\\.[01] (\\d{3}(?: [^\r\n]*)?)\r?\n.*", Pattern.DOTALL);

  private static final Map<Integer, String> RECORDS =
      Map.of(
          20,
          "TLS Change Cipher Spec",
          21,
          "TLS Alert",
          22,
          "TLS Handshake",
          23,
          "TLS Application Data");

  private static final Map<Integer, String> HANDSHAKES =
      Map.of(
          1,
          "TLS Client Hello",
          2,
          "TLS Server Hello",
          4,
          "TLS New Session Ticket",
          11,
          "TLS Certificate",
          20,
          "TLS Finished");

  private ApplicationData() {}

  /** The name of what a packet carries; empty where it is none of these. */
  static Optional<String> name(Packet packet) {
    return packet
        .layer(Payload.class)
        .filter(payload -> payload.kind() == Payload.Kind.DATA)
        .flatMap(payload -> name(payload.bytes().toArray(LINE), packet));
  }

  private static Optional<String> name(byte[] bytes, Packet packet) {
    boolean datagram = packet.layer(UdpLayer.class).isPresent();
    boolean dns =
        packet
            .flow()
            .filter(
                flow -> flow.source().port() == DNS_PORT || flow.destination().port() == DNS_PORT)
            .isPresent();
    if (dns) {
      return dns(bytes, datagram ? 0 : 2);
    }
    return datagram ? Optional.empty() : http(bytes).or(() -> tls(bytes));
  }

  /** Over TCP its length stands before it. */
  private static Optional<String> dns(byte[] bytes, int start) {
    if (bytes.length < start + DNS_HEADER) {
      return Optional.empty();
    }
    return Optional.of(bytes[start + 2] < 0 ? "DNS response" : "DNS query");
  }

  private static Optional<String> http(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher request = REQUEST.matcher(text);
    if (request.matches()) {
      return Optional.of(request.group(1));
    }
    Matcher response = RESPONSE.matcher(text);
    return response.matches() ? Optional.of("HTTP " + response.group(1)) : Optional.empty();
  }

  private static Optional<String> tls(byte[] bytes) {
    boolean version = bytes.length > TLS_HEADER && bytes[1] == 3 && bytes[2] >= 0 && bytes[2] <= 4;
    if (!version) {
      return Optional.empty();
    }
    String record = RECORDS.get((int) bytes[0]);
    return Optional.ofNullable(
        bytes[0] == HANDSHAKE ? HANDSHAKES.getOrDefault((int) bytes[TLS_HEADER], record) : record);
  }
}
