package socketscope.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import socketscope.capture.Endpoint.EndpointPair;
import socketscope.capture.PacketSource.OpenResult;
import socketscope.event.Bytes;

/** Packets that another program captures, a process below this one. */
final class ToolSource implements PacketSource {

  private static final long PATIENCE_MILLIS = 3000;
  private static final long PAUSE_MILLIS = 2;

  private final CaptureTool tool;
  private final Process process;
  private final CompletableFuture<PcapStream> stream = new CompletableFuture<>();
  private final CompletableFuture<Taker> taker = new CompletableFuture<>();
  private final Thread reader;
  private volatile long lastPacket = System.nanoTime();
  private volatile boolean ending;

  private ToolSource(CaptureTool tool, Process process) {
    this.tool = tool;
    this.process = process;
    this.reader = Thread.ofPlatform().daemon().name(tool.name()).start(this::run);
  }

  static OpenResult open(CaptureTool tool, String device, Map<String, String> environment)
      throws InterruptedException {
    Optional<Path> file = tool.find(environment);
    if (file.isEmpty()) {
      return OpenResult.missing();
    }
    try {
      Process process =
          new ProcessBuilder(tool.command(file.get(), device))
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new ToolSource(tool, process).opened();
    } catch (IOException e) {
      return OpenResult.refused("refused");
    }
  }

  /** It captures once it has written what comes before the packets. */
  private OpenResult opened() throws InterruptedException {
    try {
      stream.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return OpenResult.of(this);
    } catch (ExecutionException e) {
      return OpenResult.refused("refused");
    } catch (TimeoutException e) {
      process.destroyForcibly();
      return OpenResult.refused("silent");
    }
  }

  private void run() {
    try (BufferedInputStream output = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
      PcapStream packets = new PcapStream(output);
      stream.complete(packets);
      Taker to = taker.join();
      for (PcapStream.Frame frame = packets.next(); frame != null; frame = packets.next()) {
        take(to, frame);
      }
      if (!ending) {
        to.broken(ended());
      }
    } catch (IOException e) {
      if (!stream.completeExceptionally(e) && !ending) {
        taker.join().broken(ended());
      }
    }
    process.destroyForcibly();
  }

  private String ended() {
    return "failed=" + tool.name();
  }

  private void take(Taker to, PcapStream.Frame frame) {
    lastPacket = System.nanoTime();
    byte[] bytes = frame.bytes().toArray();
    int start = LinkType.ipHeader(frame.linkType(), bytes);
    if (start >= 0) {
      byte[] packet = Arrays.copyOfRange(bytes, start, bytes.length);
      to.packet(frame.day(), frame.length() - start, Bytes.copyOf(packet));
    }
  }

  @Override
  public void begin(Taker to) {
    taker.complete(to);
  }

  @Override
  public void end(BooleanSupplier settled, long deadline) throws InterruptedException {
    long begun = System.nanoTime();
    while (reader.isAlive() && System.nanoTime() < deadline) {
      long quiet = System.nanoTime() - Math.max(begun, lastPacket);
      if (quiet > tool.latencyNanos() && settled.getAsBoolean()) {
        break;
      }
      reader.join(PAUSE_MILLIS);
    }
    ending = true;
    process.destroy();
    reader.join(PATIENCE_MILLIS);
    process.destroyForcibly();
  }

  /** Such a program's filter is what it was started with. */
  @Override
  public void turnAway(Set<EndpointPair> flows) {}

  /** The programs tell it to people only. */
  @Override
  public Counted counted() {
    return new Counted(0, 0);
  }
}
