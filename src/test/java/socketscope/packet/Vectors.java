package socketscope.packet;

import java.util.HexFormat;
import socketscope.event.Bytes;

/** Packets of a loopback interface, captured with tcpdump, from the IP header on. */
record Vectors(String hex) {

  /** 127.0.0.1, port 34126 to 41665. */
  static final Vectors SYN =
      new Vectors(
          """
          4500003c13d04000400628ea7f0000017f000001
          854ea2c1b36bb3c300000000a002ffd7fe300000
          0204ffd70402080aa63c2489000000000103030a
          """);

  Bytes bytes() {
    return Bytes.copyOf(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
  }
}
