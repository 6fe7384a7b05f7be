package socketscope.packet;

import java.util.HexFormat;
import java.util.List;
import socketscope.event.Bytes;

/** Packets of a loopback interface, captured with tcpdump, from the IP header on, as hex. */
record Vectors(String hex) {

  /** A SYN over IPv4 with the options of Linux. */
  static final Vectors SYN =
      new Vectors(
          """
          4500003ca29f400040069a1a7f0000017f000001
          ba9eb2474884696e00000000a002ffd7fe300000
          0204ffd70402080afa9c2ac8000000000103030a
          """);

  /** Its answer. */
  static final Vectors SYN_ACK =
      new Vectors(
          """
          4500003c0000400040063cba7f0000017f000001
          b247ba9e21036c3c4884696fa0121000fe300000
          0204ffd70402080a6c60f8a2fa9c2ac801030300
          """);

  /** It carries {@code hola}. */
  static final Vectors DATA =
      new Vectors(
          """
          45000038a2a1400040069a1c7f0000017f000001
          ba9eb2474884696f21036c3d80180040fe2c0000
          0101080afa9c2ac96c60f8a2686f6c61
          """);

  /** It acknowledges selectively, and closes the window. */
  static final Vectors SACK =
      new Vectors(
          """
          45000040935640004006a95f7f0000017f000001
          b247baae59c2f9fe2d7787cab0100000fe340000
          0101080a19c4857286beabbe0101050a2d77879a
          2d7787ca
          """);

  /** The end of one direction. */
  static final Vectors FIN =
      new Vectors(
          """
          45000034a2a3400040069a1e7f0000017f000001
          ba9eb2474884697321036c4180110040fe280000
          0101080afa9c2ac96c60f8a3
          """);

  /** The RST of a closed port, whose checksum Linux computes itself. */
  static final Vectors REFUSED =
      new Vectors(
          """
          450000280000400040063cce7f0000017f000001
          8adfcd6800000000d9cc1baf50140000640a0000
          """);

  /** A datagram with {@code hola} to a closed port. */
  static final Vectors UDP =
      new Vectors(
          """
          4500002024014000401118ca7f0000017f000001
          ad068adf000cfe1f686f6c61
          """);

  /** The answer to {@link #UDP}. */
  static final Vectors PORT_UNREACHABLE =
      new Vectors(
          """
          45c0003cd84400004001a3ba7f0000017f000001
          0303f219000000004500002024014000401118ca
          7f0000017f000001ad068adf000cfe1f686f6c61
          """);

  /** A SYN over IPv6. */
  static final Vectors SYN6 =
      new Vectors(
          """
          600ffa8f00280640000000000000000000000000
          0000000100000000000000000000000000000001
          cc5ca563182588de00000000a002ffc400300000
          0204ffc40402080a2da9a64b000000000103030a
          """);

  /** A datagram over IPv6 to a closed port. */
  static final Vectors UDP6 =
      new Vectors(
          """
          60054a49000c1140000000000000000000000000
          0000000100000000000000000000000000000001
          9af1ee0a000c001f686f6c61
          """);

  /** The answer to {@link #UDP6}. */
  static final Vectors PORT_UNREACHABLE6 =
      new Vectors(
          """
          600b6cad003c3a40000000000000000000000000
          0000000100000000000000000000000000000001
          0104e4ee0000000060054a49000c114000000000
          0000000000000000000000010000000000000000
          00000000000000019af1ee0a000c001f686f6c61
          """);

  static final List<Vectors> ALL =
      List.of(
          SYN,
          SYN_ACK,
          DATA,
          SACK,
          FIN,
          REFUSED,
          UDP,
          PORT_UNREACHABLE,
          SYN6,
          UDP6,
          PORT_UNREACHABLE6);

  /** Those whose checksum is not left to a network card. */
  static final List<Vectors> COMPUTED = List.of(REFUSED, PORT_UNREACHABLE, PORT_UNREACHABLE6);

  Bytes bytes() {
    return Bytes.copyOf(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
  }

  Packet packet() {
    return Packet.decode(bytes());
  }
}
