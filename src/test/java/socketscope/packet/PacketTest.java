package socketscope.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.event.Bytes;
import socketscope.packet.TcpOption.Authentication;
import socketscope.packet.TcpOption.BadLength;
import socketscope.packet.TcpOption.EndOfOptionList;
import socketscope.packet.TcpOption.FastOpen;
import socketscope.packet.TcpOption.MaximumSegmentSize;
import socketscope.packet.TcpOption.NoOperation;
import socketscope.packet.TcpOption.Sack;
import socketscope.packet.TcpOption.SackBlock;
import socketscope.packet.TcpOption.SackPermitted;
import socketscope.packet.TcpOption.Timestamps;
import socketscope.packet.TcpOption.Unknown;
import socketscope.packet.TcpOption.WindowScale;

class PacketTest {

  private static TcpLayer tcp(Packet packet) {
    return packet.layer(TcpLayer.class).orElseThrow();
  }

  @Test
  void synCarriesTheOptionsOfItsKernel() {
    TcpLayer syn = tcp(Vectors.SYN.packet());
    assertThat(syn.sourcePort()).isEqualTo(47774);
    assertThat(syn.destinationPort()).isEqualTo(45639);
    assertThat(syn.sequence()).isEqualTo(0x4884696eL);
    assertThat(syn.flags()).hasToString("SYN");
    assertThat(syn.options())
        .containsExactly(
            new MaximumSegmentSize(65495),
            new SackPermitted(),
            new Timestamps(0xfa9c2ac8L, 0),
            new NoOperation(),
            new WindowScale(10));
    assertThat(syn.sequenceLength()).isEqualTo(1);
  }

  @Test
  void everyFieldSaysWhichBitsItHas() {
    Packet packet = Vectors.SYN.packet();
    Field length = packet.layers().getFirst().fields().get(1);
    assertThat(length.name()).isEqualTo("Internet Header Length");
    assertThat(length.value()).isEqualTo("5 (20 B)");
    assertThat(length.bitPattern(packet.bytes())).isEqualTo(".... 0101");
    Field bits = field(tcp(packet).fields(), "Control Bits");
    assertThat(bits.value()).isEqualTo("SYN");
    assertThat(bits.bitPattern(packet.bytes())).isEqualTo(".... .... 0000 0010");
    Field syn = field(bits.parts(), "SYN");
    assertThat(syn.bitPattern(packet.bytes())).isEqualTo(".... .... .... ..1.");
    assertThat(syn.offset()).isEqualTo(32);
  }

  private static Field field(List<Field> fields, String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void checksumLeftToACardIsTheSumOfThePseudoHeader() {
    TcpLayer syn = tcp(Vectors.SYN.packet());
    assertThat(syn.checksum()).isInstanceOf(Checksum.Offloaded.class);
    assertThat(syn.checksum().value()).isEqualTo(0xfe30);
    byte[] sent = Vectors.SYN.bytes().toArray();
    int expected = ((Checksum.Offloaded) syn.checksum()).expected();
    sent[36] = (byte) (expected >> 8);
    sent[37] = (byte) expected;
    assertThat(tcp(Packet.decode(Bytes.copyOf(sent))).checksum())
        .isEqualTo(new Checksum.Correct(expected));
    sent[37]++;
    assertThat(tcp(Packet.decode(Bytes.copyOf(sent))).checksum())
        .isEqualTo(new Checksum.Wrong(expected + 1, expected));
  }

  @Test
  void udpMayDoWithoutAChecksumOverIpv4Only() {
    byte[] sent = Vectors.UDP.bytes().toArray();
    sent[26] = sent[27] = 0;
    UdpLayer udp = Packet.decode(Bytes.copyOf(sent)).layer(UdpLayer.class).orElseThrow();
    assertThat(udp.checksum()).isEqualTo(new Checksum.Absent());
    byte[] sent6 = Vectors.UDP6.bytes().toArray();
    sent6[46] = sent6[47] = 0;
    UdpLayer udp6 = Packet.decode(Bytes.copyOf(sent6)).layer(UdpLayer.class).orElseThrow();
    assertThat(udp6.checksum()).isInstanceOf(Checksum.Wrong.class);
  }

  @Test
  void icmpErrorQuotesTheDatagramThatCausedIt() {
    Packet error = Vectors.PORT_UNREACHABLE.packet();
    IcmpMessage icmp = error.layer(IcmpMessage.class).orElseThrow();
    assertThat(icmp.meaning()).isEqualTo("port unreachable");
    assertThat(icmp.checksum()).isInstanceOf(Checksum.Correct.class);
    assertThat(error.quotedFlow()).isEqualTo(Vectors.UDP.packet().flow()).isPresent();
    assertThat(icmp.quoted().getLast()).isInstanceOf(Payload.class);
    assertThat(Vectors.PORT_UNREACHABLE6.packet().quotedFlow())
        .isEqualTo(Vectors.UDP6.packet().flow())
        .isPresent();
  }

  @Test
  void quoteOfEightBytesStillTellsThePorts() {
    byte[] sent = Vectors.PORT_UNREACHABLE.bytes().toArray();
    Packet error = Packet.decode(Bytes.copyOf(Arrays.copyOf(sent, 20 + 8 + 20 + 4)));
    assertThat(error.quotedFlow()).isEqualTo(Vectors.UDP.packet().flow());
    IcmpMessage icmp = error.layer(IcmpMessage.class).orElseThrow();
    assertThat(icmp.quoted().get(1)).isInstanceOf(TransportStart.class);
    assertThat(icmp.quoted().getLast()).isEqualTo(new Truncated(52, 0, 8));
    assertThat(icmp.checksum()).isInstanceOf(Checksum.NotVerifiable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, IP_VERSION, 3500",
    "0, IP_HEADER_LENGTH, 4400",
    "32, DATA_OFFSET, 4002",
    "32, DATA_OFFSET, f002",
    "2, TOO_SHORT, 0020"
  })
  void nonsenseIsNamed(int at, Malformed.Problem problem, String spoiled) {
    byte[] sent = Vectors.SYN.bytes().toArray();
    byte[] bytes = HexFormat.of().parseHex(spoiled);
    System.arraycopy(bytes, 0, sent, at, bytes.length);
    Packet packet = Packet.decode(Bytes.copyOf(sent));
    assertThat(packet.layer(Malformed.class).orElseThrow().problem()).isEqualTo(problem);
    assertThat(packet.whole()).isFalse();
  }

  @Test
  void cutPacketSaysHowManyBytesAreMissing() {
    byte[] sent = Vectors.DATA.bytes().toArray();
    Packet packet = Packet.decode(Bytes.copyOf(Arrays.copyOf(sent, sent.length - 3)));
    assertThat(tcp(packet).dataLength()).isEqualTo(4);
    assertThat(packet.layer(Payload.class).orElseThrow().bytes()).isEqualTo(Bytes.utf8("h"));
    assertThat(packet.layers().getLast()).isEqualTo(new Truncated(sent.length - 3, 0, 3));
    assertThat(tcp(packet).checksum()).isInstanceOf(Checksum.NotVerifiable.class);
    assertThat(Packet.decode(Bytes.copyOf(new byte[0])).layers())
        .containsExactly(new Truncated(0, 0, 20));
  }

  @Test
  void optionsThatLinuxDoesNotSendAreReadToo() {
    assertThat(options("050a0000000100000009")).startsWith(new Sack(List.of(new SackBlock(1, 9))));
    assertThat(options("22020101")).startsWith(new FastOpen(Bytes.utf8(""), false));
    assertThat(options("220631323334")).startsWith(new FastOpen(Bytes.utf8("1234"), false));
    assertThat(options("fe08f98931323334")).startsWith(new FastOpen(Bytes.utf8("1234"), true));
    assertThat(options("fe04abcd")).startsWith(new Unknown(254, Bytes.copyOf(hex("abcd"))));
    assertThat(options("1d060102ffff"))
        .startsWith(new Authentication(1, 2, Bytes.copyOf(hex("ffff"))));
    assertThat(options("13120123456789abcdef0123456789abcdef").getFirst())
        .isInstanceOf(TcpOption.Md5Signature.class);
    assertThat(options("c8036161")).startsWith(new Unknown(200, Bytes.utf8("a")));
    assertThat(options("020305b4")).startsWith(new Unknown(2, Bytes.copyOf(hex("05"))));
    assertThat(options("01000000")).containsExactly(new NoOperation(), new EndOfOptionList());
    assertThat(options("02ff0000")).containsExactly(new BadLength(2));
    assertThat(options("0101c801")).endsWith(new BadLength(200));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  /** The options of a SYN that has these, filled up with zeros. */
  private static List<TcpOption> options(String options) {
    byte[] sent = Vectors.SYN.bytes().toArray();
    Arrays.fill(sent, 40, 60, (byte) 0);
    System.arraycopy(hex(options), 0, sent, 40, options.length() / 2);
    return tcp(Packet.decode(Bytes.copyOf(sent))).options();
  }

  @Test
  void extensionHeadersAreLayersOfTheirOwnFields() {
    byte[] udp = Vectors.UDP6.bytes().toArray();
    byte[] sent = new byte[udp.length + 16];
    System.arraycopy(udp, 0, sent, 0, 40);
    System.arraycopy(hex("2c00010400000000" + "1100000000000007"), 0, sent, 40, 16);
    System.arraycopy(udp, 40, sent, 56, udp.length - 40);
    sent[5] += 16;
    sent[6] = 0;
    Packet packet = Packet.decode(Bytes.copyOf(sent));
    Ipv6Layer ip = packet.layer(Ipv6Layer.class).orElseThrow();
    assertThat(ip.extensionHeaders().stream().map(ExtensionHeader::name))
        .containsExactly("Hop-by-Hop Options", "Fragment");
    assertThat(ip.protocol()).isEqualTo(Protocols.UDP);
    assertThat(packet.flow()).isEqualTo(Vectors.UDP6.packet().flow());
    sent[51] = 8;
    assertThat(Packet.decode(Bytes.copyOf(sent)).layers().getLast())
        .isInstanceOfSatisfying(
            Payload.class, rest -> assertThat(rest.kind()).isEqualTo(Payload.Kind.FRAGMENT));
    sent[41] = 9;
    assertThat(Packet.decode(Bytes.copyOf(sent)).layers().getLast())
        .isInstanceOfSatisfying(
            Malformed.class,
            rest -> assertThat(rest.problem()).isEqualTo(Malformed.Problem.EXTENSION_HEADER));
  }
}
