package socketscope.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import socketscope.capture.Endpoint.EndpointPair;
import socketscope.capture.HeadingReader.Heading;
import socketscope.event.Bytes;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.PacketSeen;
import socketscope.event.Role;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.Stamp;

/**
 * A file of packets that any capturing program wrote, pcapng or pcap, as events: all that such a
 * file can honestly tell. Each address that spoke TCP or UDP takes part as a foreign program whose
 * calls are not known; who opened a connection, or spoke first, stands on the side of the clients.
 */
public final class CaptureFile {

  /** How captures begin: pcapng, and pcap with its times in micro- or nanoseconds, both orders. */
  private static final Set<String> MAGIC =
      Set.of("0a0d0d0a", "a1b2c3d4", "d4c3b2a1", "a1b23c4d", "4d3cb2a1");

  private static final int MOST_PACKETS = 100_000;

  private final List<Event> events = new ArrayList<>();
  private final Set<EndpointPair> flows = new HashSet<>();
  private final Map<String, Integer> sockets = new HashMap<>();
  private final String title;
  private long serial;

  private CaptureFile(String title) {
    this.title = title;
  }

  /** Whether a file begins as captures do. */
  public static boolean isOne(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return MAGIC.contains(HexFormat.of().formatHex(content.readNBytes(4)));
    }
  }

  /**
   * Reads the packets of TCP and UDP, up to a hundred thousand of them, in the order of time.
   *
   * @throws NoPacketsException where there is none
   * @throws IOException where the file cannot be read or is broken
   */
  public static List<Event> read(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return read(content, String.valueOf(file.getFileName()));
    }
  }

  /**
   * Reads them from a stream.
   *
   * @param name what the experiment is called
   * @throws NoPacketsException where there is none
   * @throws IOException where the stream cannot be read or is broken
   */
  public static List<Event> read(InputStream content, String name) throws IOException {
    CaptureFile reading = new CaptureFile(name);
    PcapStream stream = new PcapStream(new BufferedInputStream(content));
    for (PcapStream.Frame frame = stream.next();
        frame != null && reading.serial < MOST_PACKETS;
        frame = stream.next()) {
      reading.add(frame);
    }
    if (reading.events.isEmpty()) {
      throw new NoPacketsException(name);
    }
    return reading.events.stream()
        .sorted((one, other) -> one.stamp().compareTo(other.stamp()))
        .toList();
  }

  private void add(PcapStream.Frame frame) {
    byte[] bytes = frame.bytes().toArray();
    int start = LinkType.ipHeader(frame.linkType(), bytes);
    if (start < 0) {
      return;
    }
    byte[] packet = Arrays.copyOfRange(bytes, start, bytes.length);
    Heading heading = HeadingReader.read(packet);
    if (heading == null) {
      return;
    }
    if (events.isEmpty()) {
      // The moments before the first packet are those at which it begins, and who sends it is seen.
      Instant date =
          Instant.ofEpochSecond(frame.day() / 1_000_000_000, frame.day() % 1_000_000_000);
      events.add(new ExperimentStarted(new Stamp(frame.day() - 2, "", 0), title, date, "", ""));
    }
    if (!heading.quoted() && flows.add(heading.flow())) {
      meet(heading, frame.day() - 1);
    }
    events.add(
        new PacketSeen(
            new Stamp(frame.day(), "", ++serial),
            "",
            frame.length() - start,
            Bytes.copyOf(packet)));
  }

  private void meet(Heading heading, long nanos) {
    boolean forth = opens(heading);
    Endpoint client = forth ? heading.source() : heading.destination();
    Endpoint server = forth ? heading.destination() : heading.source();
    events.add(seen(client, server, Role.CLIENT, nanos));
    events.add(seen(server, client, Role.SERVER, nanos));
  }

  /** Whether it was the client who sent the first packet of a flow that is in the file. */
  private static boolean opens(Heading heading) {
    Segment segment = heading.segment();
    if (segment == null || segment.opens()) {
      return true;
    }
    // In the middle of a connection the smaller port is most likely the server's.
    return heading.source().port() > heading.destination().port();
  }

  private ForeignSocketSeen seen(Endpoint own, Endpoint peer, Role role, long nanos) {
    String program = address(own).toString();
    int number = sockets.merge(program, 1, Integer::sum);
    return new ForeignSocketSeen(
        new Stamp(nanos, program, number),
        new SocketId(program, number),
        role,
        0,
        "",
        -1,
        own.transport() == Transport.TCP ? "SOCK_STREAM" : "SOCK_DGRAM",
        address(own),
        address(peer),
        role == Role.CLIENT);
  }

  private static SocketAddress address(Endpoint end) {
    boolean mapped = end.high() == 0 && end.low() >>> 32 == 0xffff;
    return mapped
        ? new SocketAddress.Inet4((int) end.low(), end.port())
        : new SocketAddress.Inet6(end.high(), end.low(), end.port());
  }

  /** A file of captured frames has no packet of TCP or UDP in it. */
  public static final class NoPacketsException extends IOException {

    private static final long serialVersionUID = 1;

    NoPacketsException(String file) {
      super(file);
    }
  }
}
