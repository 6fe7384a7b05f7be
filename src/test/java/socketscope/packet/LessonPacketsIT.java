package socketscope.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.capture.CaptureCheck;
import socketscope.cli.CommandRun;
import socketscope.event.Argument;
import socketscope.event.CallStarted;
import socketscope.event.CaptureMethod;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.lesson.ShippedPlays;
import socketscope.trace.TraceReader;

/**
 * The packets of every lesson, in the trace and in the exported file, beside those of Wireshark.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "packet sockets are Linux's")
class LessonPacketsIT {

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

  @TempDir private Path folder;

  static Stream<Arguments> shippedLessons() {
    return ShippedPlays.byTurns();
  }

  @ParameterizedTest
  @MethodSource("shippedLessons")
  void packetsOfALessonAreThoseThatWiresharkSees(String lesson, String how) throws Exception {
    assumeTrue(TsharkDissection.installed(), "tshark and tcpdump are not installed");
    assumeThat(CaptureCheck.find().method()).isEqualTo(CaptureMethod.RAW_SOCKET);
    Path asTheyCame = folder.resolve("as-they-came.pcap");
    Path beside = folder.resolve("beside.pcap");
    Path exported = folder.resolve("exported.pcapng");
    List<Event> events;
    try (LoopbackCapture capture = LoopbackCapture.start(asTheyCame)) {
      events = play(lesson, how, exported);
      capture.awaitAll(9);
    }
    // Two programs that end at once send on two processors, and a capture may mix them up.
    TsharkDissection.output("reordercap", asTheyCame.toString(), beside.toString());
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
    sameAnalysis(exported, beside, ports);
    wiresharkOpensIt(exported, ours.isEmpty());
  }

  private List<Event> play(String lesson, String how, Path exported) throws Exception {
    Path trace = folder.resolve("trace.jsonl");
    Stream<String> outputs = Stream.of("--lang=en", "--trace=" + trace, "--pcapng=" + exported);
    CommandRun run =
        CommandRun.of(
            Stream.concat(ShippedPlays.command(lesson, how), outputs).toArray(String[]::new));
    assertThat(run.exitCode()).as(run.messages()).isZero();
    return TraceReader.read(trace).events();
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
  private static void sameAnalysis(Path exported, Path beside, Set<Integer> ports)
      throws Exception {
    List<Map<String, List<TsharkDissection.Found>>> ours = TsharkDissection.read(exported, 0);
    assertThat(ours).allMatch(packet -> !packet.containsKey("_ws.malformed"));
    if (!ports.isEmpty()) {
      var theirs = TsharkDissection.read(beside, PcapFile.ETHERNET_HEADER, "-Y", only(ports));
      assertThat(ours.stream().map(LessonPacketsIT::warnings))
          .containsExactlyElementsOf(theirs.stream().map(LessonPacketsIT::warnings).toList());
    }
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
    assertThat(TsharkDissection.output("tshark", "-n", "-r", exported.toString()))
        .doesNotContain("Malformed", "tshark:");
  }
}
