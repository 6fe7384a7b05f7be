package socketscope.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what we read in packets with what tshark reads in them. */
final class TsharkComparison {

  static final String[] VERIFIED_AND_ABSOLUTE = {
    "-oip.check_checksum:TRUE",
    "-otcp.check_checksum:TRUE",
    "-oudp.check_checksum:TRUE",
    "-otcp.relative_sequence_numbers:FALSE"
  };

  /** What Wireshark calls what a packet does. */
  private static final Map<Happening, String> FLAGS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Happening.RETRANSMISSION, "retransmission"),
              Map.entry(Happening.OUT_OF_ORDER, "retransmission"),
              Map.entry(Happening.GAP_BEFORE, "lost_segment"),
              Map.entry(Happening.ACKNOWLEDGES_UNSEEN, "ack_lost_segment"),
              Map.entry(Happening.DUPLICATE_ACK, "duplicate_ack"),
              Map.entry(Happening.KEEP_ALIVE, "keep_alive"),
              Map.entry(Happening.KEEP_ALIVE_ANSWER, "keep_alive_ack"),
              Map.entry(Happening.ZERO_WINDOW, "zero_window"),
              Map.entry(Happening.WINDOW_UPDATE, "window_update"),
              Map.entry(Happening.WINDOW_FULL, "window_full"),
              Map.entry(Happening.PORTS_REUSED, "reused_ports"),
              // Linux probes a closed window in the form of a keep-alive.
              Map.entry(Happening.ZERO_WINDOW_PROBE, "keep_alive")));

  private TsharkComparison() {}

  static void fields(
      int number, Packet packet, Map<String, List<TsharkDissection.Found>> expected) {
    TsharkFields.of(packet)
        .forEach((name, fields) -> {
          List<TsharkDissection.Found> found = expected.getOrDefault(name, List.of());
          assertThat(fields).as("packet %d, %s: %s", number, name, found).hasSameSizeAs(found);
          for (int i = 0; i < fields.size(); i++) {
            compare("packet " + number + ", " + name, fields.get(i), found.get(i));
          }
        });
  }

  private static void compare(String what, Field field, TsharkDissection.Found found) {
    if (found.shown().matches("-?(0x)?[0-9a-fA-F]+") && !field.name().endsWith("Address")) {
      String value = field.value().replaceFirst("^\\d+ \\((\\d+) B\\)$", "$1").split(" ")[0];
      assertThat(Long.decode(value)).as(what).isEqualTo(Long.decode(found.shown()));
    } else if (field.name().endsWith("Address")) {
      assertThat(field.value()).as(what).isEqualTo(found.shown());
    }
    // tshark gives some bit fields fewer bytes: those that their bits are in.
    if (!field.bitField()) {
      assertThat(field.offset()).as(what).isEqualTo(found.offset());
      assertThat(field.length()).as(what).isEqualTo(found.length());
    } else {
      int first = field.offset() + field.bits().first() / 8;
      assertThat(first).as(what).isBetween(found.offset(), found.offset() + found.length() - 1);
    }
  }

  static void checksums(
      int number, Packet packet, Map<String, List<TsharkDissection.Found>> expected) {
    for (Layer layer : packet.layers()) {
      String name =
          switch (layer) {
            case Ipv4Layer _ -> "ip";
            case TcpLayer _ -> "tcp";
            case UdpLayer _ -> "udp";
            case IcmpLayer _ -> "icmp";
            case Icmpv6Layer _ -> "icmpv6";
            default -> "";
          };
      if (!name.isEmpty()) {
        checksum(number + " " + name, checksum(layer), name, expected);
      }
    }
  }

  private static Checksum checksum(Layer layer) {
    return switch (layer) {
      case Ipv4Layer ip -> ip.checksum();
      case TcpLayer tcp -> tcp.checksum();
      case UdpLayer udp -> udp.checksum();
      case IcmpMessage icmp -> icmp.checksum();
      default -> throw new IllegalArgumentException(layer.toString());
    };
  }

  private static void checksum(
      String what,
      Checksum checksum,
      String name,
      Map<String, List<TsharkDissection.Found>> expected) {
    String status = expected.get(name + ".checksum.status").getFirst().shown();
    switch (checksum) {
      case Checksum.Correct _ -> assertThat(status).as(what).isEqualTo("1");
      case Checksum.Offloaded(int _, int right) -> {
        assertThat(status).as(what).isEqualTo("0");
        String calculated = expected.get(name + ".checksum_calculated").getFirst().shown();
        assertThat(right).as(what).isEqualTo(Integer.decode(calculated));
      }
      case Checksum.Wrong _, Checksum.Absent _, Checksum.NotVerifiable _ ->
          throw new AssertionError(what + ": " + checksum);
    }
  }

  static void conversation(
      List<Reading> readings, List<Map<String, List<TsharkDissection.Found>>> expected) {
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      Map<String, List<TsharkDissection.Found>> found = expected.get(i);
      String what = "packet " + (i + 1) + " " + reading.label();
      if (reading.numbers().isPresent()) {
        SegmentNumbers numbers = reading.numbers().get();
        Flow flow = reading.packet().flow().orElseThrow();
        // tshark takes both directions of a socket connected to itself for one.
        if (!flow.equals(flow.reversed())) {
          assertThat(flags(reading.happenings())).as(what).isEqualTo(flags(found));
        }
        assertThat(reading.connection().getAsInt()).as(what).isEqualTo(number(found, "tcp.stream"));
        assertThat(numbers.sequence()).as(what).isEqualTo(number(found, "tcp.seq"));
        assertThat(numbers.nextSequence()).as(what).isEqualTo(number(found, "tcp.nxtseq"));
        assertThat(numbers.acknowledgment().orElse(0)).as(what).isEqualTo(number(found, "tcp.ack"));
        assertThat(numbers.window()).as(what).isEqualTo(number(found, "tcp.window_size"));
      }
      if (reading.is(Happening.ICMP_ERROR)) {
        Packet cause = readings.get(reading.cause().orElseThrow()).packet();
        assertThat(cause.flow()).isEqualTo(reading.packet().quotedFlow());
      }
    }
  }

  private static int number(Map<String, List<TsharkDissection.Found>> found, String name) {
    return Integer.parseInt(found.get(name).getFirst().shown());
  }

  private static Set<String> flags(Set<Happening> happenings) {
    Set<String> flags = new TreeSet<>();
    for (Happening happening : happenings) {
      if (FLAGS.containsKey(happening)) {
        flags.add(FLAGS.get(happening));
      }
    }
    return flags;
  }

  private static Set<String> flags(Map<String, List<TsharkDissection.Found>> found) {
    Set<String> flags = new TreeSet<>();
    for (String flag : FLAGS.values()) {
      if (found.containsKey("tcp.analysis." + flag)) {
        flags.add(flag);
      }
    }
    // By the time between packets tshark guesses which kind of repetition it is; we do not.
    for (String kind : List.of("fast_retransmission", "spurious_retransmission", "out_of_order")) {
      if (found.containsKey("tcp.analysis." + kind)) {
        flags.add("retransmission");
      }
    }
    return flags;
  }
}
