package socketscope.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketscope.event.Argument;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;

/**
 * The packets of every lesson, in the trace and in the exported file, beside those of Wireshark.
 */
public final class LessonPackets {

  /** How far two clocks may be apart whose distance was measured on a busy machine, in seconds. */
  private static final double CLOCKS = 0.01;

  /** What depends on the file: where a packet stands in it, and how precise its times are. */
  private static final Set<String> OF_THE_FILE =
      Set.of(
          "tcp.stream",
          "udp.stream",
          "icmp.stream",
          "tcp.analysis.acks_frame",
          "tcp.analysis.rto_frame",
          "tcp.analysis.duplicate_ack_frame",
          "tcp.analysis.ack_rtt",
          "tcp.analysis.initial_rtt",
          "tcp.analysis.rto",
          "tcp.time_relative",
          "tcp.time_delta",
          "udp.time_relative",
          "udp.time_delta");

  private static final long WARNING = 0x600000;

  private LessonPackets() {}

  /**
   * Fails where the packets of a trace, or those of the exported file, are others than tcpdump saw.
   *
   * @param captured what {@link LoopbackCapture} has written
   */
  public static void agree(List<Event> events, Path captured, Path exported) throws Exception {
    Path beside = captured.resolveSibling("beside.pcap");
    // Two programs that end at once send on two processors, and a capture may mix them up.
    TsharkDissection.output("reordercap", captured.toString(), beside.toString());
    Set<Integer> ports = ports(events);
    List<Packet> ours =
        all(events, PacketSeen.class).map(PacketSeen::bytes).map(Packet::decode).toList();
    List<Map<String, List<TsharkDissection.Found>>> theirs = theirs(beside, ports);
    List<Map<String, List<TsharkDissection.Found>>> again =
        TsharkDissection.read(exported, 0, absolute());

    assertThat(ours).hasSameSizeAs(theirs).allMatch(Packet::whole);
    assertThat(again).hasSameSizeAs(theirs);
    for (int i = 0; i < theirs.size(); i++) {
      TsharkComparison.fields(i + 1, ours.get(i), theirs.get(i));
      TsharkComparison.checksums(i + 1, ours.get(i), theirs.get(i));
      samePacket(i + 1, again.get(i), theirs.get(i));
    }
    TsharkComparison.conversation(Conversation.of(ours), TsharkDissection.read(exported, 0));
    sameAnalysis(again, theirs);
    wiresharkOpensIt(exported, ours.isEmpty());
  }

  private static <E extends Event> Stream<E> all(List<Event> events, Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** All that the experiment's sockets had, and all that its calls named. */
  private static Set<Integer> ports(List<Event> events) {
    Set<Integer> ports = new TreeSet<>();
    all(events, SocketObserved.class)
        .flatMap(seen -> Stream.ofNullable(seen.local()))
        .forEach(address -> addPort(ports, address));
    all(events, CallStarted.class)
        .flatMap(started -> started.call().arguments().stream())
        .filter(Argument.Address.class::isInstance)
        .forEach(argument -> addPort(ports, ((Argument.Address) argument).address()));
    ports.remove(0);
    return ports;
  }

  private static void addPort(Set<Integer> ports, SocketAddress address) {
    switch (address) {
      case SocketAddress.Inet4 inet -> ports.add(inet.port());
      case SocketAddress.Inet6 inet -> ports.add(inet.port());
      case SocketAddress.Unix _, SocketAddress.Other _ -> {}
    }
  }

  private static String[] absolute(String... options) {
    return Stream.concat(Stream.of(TsharkComparison.VERIFIED_AND_ABSOLUTE), Stream.of(options))
        .toArray(String[]::new);
  }

  private static String only(Set<Integer> ports) {
    String set = ports.stream().map(String::valueOf).collect(Collectors.joining(","));
    return "tcp.port in {" + set + "} or udp.port in {" + set + "}";
  }

  private static List<Map<String, List<TsharkDissection.Found>>> theirs(
      Path beside, Set<Integer> ports) throws Exception {
    return ports.isEmpty()
        ? List.of()
        : TsharkDissection.read(beside, PcapFile.ETHERNET_HEADER, absolute("-Y", only(ports)));
  }

  /** Every field that Wireshark knows, and the time. */
  private static void samePacket(
      int number,
      Map<String, List<TsharkDissection.Found>> exported,
      Map<String, List<TsharkDissection.Found>> expected) {
    Map<String, List<String>> expectedFields = fields(expected);
    Map<String, List<String>> fields = fields(exported);
    assertThat(fields).as("packet %d", number).containsOnlyKeys(expectedFields.keySet());
    fields.forEach((name, shown) ->
        assertThat(shown).as("packet %d, %s", number, name).isEqualTo(expectedFields.get(name)));
    assertThat(exported.get("frame.comment")).as("comments of packet %d", number).isNotEmpty();
    assertThat(seconds(exported)).isCloseTo(seconds(expected), within(CLOCKS));
  }

  private static double seconds(Map<String, List<TsharkDissection.Found>> packet) {
    return Double.parseDouble(packet.get("frame.time_epoch").getFirst().shown());
  }

  /** As Wireshark shows them. Those that it adds itself have no place of their own. */
  private static Map<String, List<String>> fields(
      Map<String, List<TsharkDissection.Found>> packet) {
    Map<String, List<String>> fields = new HashMap<>();
    packet.forEach((name, found) -> {
      if (name.matches("(ip|ipv6|tcp|udp|icmp|icmpv6|data)\\..*") && !OF_THE_FILE.contains(name)) {
        fields.put(name, found.stream().map(TsharkDissection.Found::shown).toList());
      }
    });
    return fields;
  }

  /** Nothing is noticed in the exported file that is not noticed in the packets as such. */
  private static void sameAnalysis(
      List<Map<String, List<TsharkDissection.Found>>> exported,
      List<Map<String, List<TsharkDissection.Found>>> captured) {
    assertThat(exported).allMatch(packet -> !packet.containsKey("_ws.malformed"));
    assertThat(exported.stream().map(LessonPackets::warnings))
        .containsExactlyElementsOf(captured.stream().map(LessonPackets::warnings).toList());
  }

  private static List<String> warnings(Map<String, List<TsharkDissection.Found>> packet) {
    List<TsharkDissection.Found> severities = packet.getOrDefault("_ws.expert.severity", List.of());
    List<TsharkDissection.Found> messages = packet.getOrDefault("_ws.expert.message", List.of());
    assertThat(messages).hasSameSizeAs(severities);
    return java.util.stream.IntStream.range(0, messages.size())
        .filter(i -> Long.decode(severities.get(i).shown()) >= WARNING)
        .mapToObj(i -> messages.get(i).shown())
        .toList();
  }

  private static void wiresharkOpensIt(Path exported, boolean empty) throws Exception {
    assertThat(TsharkDissection.output("capinfos", exported.toString()))
        .contains("pcapng", "Socketscope")
        .contains(empty ? "Number of packets:   0" : "Name = lo")
        .contains(empty ? "" : "nanoseconds")
        .contains(empty ? "" : "Number of stat entries = 1")
        .doesNotContainIgnoringCase("error")
        .doesNotContainIgnoringCase("warning");
  }
}
