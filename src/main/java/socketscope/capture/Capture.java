package socketscope.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import socketscope.capture.Endpoint.EndpointPair;
import socketscope.capture.HeadingReader.Heading;
import socketscope.event.Bytes;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureStarted;
import socketscope.event.PacketSeen;
import socketscope.json.EventJson;
import socketscope.json.JsonFormatException;

/** A capture from its start to its end: news of the experiment go in, its packets come out. */
final class Capture implements PacketSource.Taker {

  /** What follows the last call: an acknowledgment that is delayed takes 40 ms, at most 200. */
  private static final long DRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** How long the first call waits at most for others' packets to be turned away. */
  private static final long TO_TURN_AWAY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** So many times in a row nothing was lost. */
  private static final int QUIET = 4;

  /** Where headers end, with those that an ICMP error quotes. */
  private static final int HEADERS = 512;

  private final String device;
  private final EventOutput output;
  private final KernelClock clock = KernelClock.ofSystem();
  private final ArrivalOrder order = new ArrivalOrder();
  private final OwnPacketFilter filter = new OwnPacketFilter(this::report, this::turnAway);
  private volatile @Nullable PacketSource source;

  Capture(String device, EventOutput output) {
    this.device = device;
    this.output = output;
  }

  /** Captures until the input ends, and what must follow. */
  void run(Finding finding, BufferedReader news)
      throws IOException, JsonFormatException, InterruptedException {
    PacketSource from = finding.source();
    if (from != null) {
      source = from;
      from.begin(this);
      awaitRoom(from);
    }
    output.report(
        System.nanoTime(), stamp -> new CaptureStarted(stamp, finding.method(), finding.reason()));
    if (from != null) {
      capture(from, news);
    }
  }

  /**
   * Where others send, waits a little, and where they send so much that packets are lost, until
   * they are turned away. What was lost until then, before the first call, was nobody's loss.
   */
  static void awaitRoom(PacketSource from) throws InterruptedException {
    long deadline = System.nanoTime() + TO_TURN_AWAY_NANOS;
    int quiet = from.counted().came() == 0 ? QUIET : 0;
    while (quiet < QUIET && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(5);
      quiet = from.counted().lost() == 0 ? quiet + 1 : 0;
    }
  }

  private void capture(PacketSource from, BufferedReader news)
      throws IOException, JsonFormatException, InterruptedException {
    for (String line = news.readLine(); line != null; line = news.readLine()) {
      filter.learn(EventJson.read(line));
    }
    from.end(filter::settled, System.nanoTime() + DRAIN_NANOS);
    long lost = from.counted().lost() + filter.missed();
    end(lost == 0 ? "finished" : "finished lost=" + lost);
  }

  @Override
  public void packet(long day, int length, Bytes bytes) {
    Heading heading = HeadingReader.read(bytes.toArray(HEADERS));
    if (heading != null) {
      long nanos = order.inOrder(bytes, clock.monotonic(day));
      filter.see(new CapturedPacket(nanos, length, bytes, heading));
    }
  }

  private void turnAway(Set<EndpointPair> flows) {
    PacketSource from = source;
    if (from != null) {
      from.turnAway(flows);
    }
  }

  private void report(CapturedPacket packet) {
    output.report(
        packet.nanos(), stamp -> new PacketSeen(stamp, device, packet.length(), packet.bytes()));
  }

  @Override
  public void broken(String reason) {
    end(reason);
    Runtime.getRuntime().halt(1);
  }

  private void end(String reason) {
    output.report(System.nanoTime(), stamp -> new CaptureEnded(stamp, reason));
  }
}
