package socketscope.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import socketscope.capture.HeadingReader.Heading;
import socketscope.cli.CommandRun;
import socketscope.event.CallReturned;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.trace.TraceReader;

/** A lesson that was run with its packets captured. */
record CaptureRun(List<Event> events) {

  static CaptureRun of(Path trace, String... arguments) throws Exception {
    return of(trace, CommandRun.command(arguments));
  }

  static CaptureRun of(Path trace, List<String> command) throws Exception {
    List<String> whole = new java.util.ArrayList<>(command);
    whole.addAll(List.of("--trace", trace.toString()));
    CommandRun run = CommandRun.awaited(CommandRun.start(whole));
    if (run.exitCode() != 0) {
      throw new AssertionError(run.messages());
    }
    return read(trace);
  }

  static CaptureRun read(Path trace) throws IOException {
    try {
      return new CaptureRun(TraceReader.read(trace).events());
    } catch (socketscope.trace.TraceFormatException e) {
      throw new AssertionError(e);
    }
  }

  <E extends Event> List<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  List<PacketSeen> packets() {
    return all(PacketSeen.class);
  }

  CaptureStarted start() {
    return all(CaptureStarted.class).getFirst();
  }

  String end() {
    return all(CaptureEnded.class).getFirst().reason();
  }

  /** The ports that the experiment's sockets had. */
  java.util.Set<Integer> ports() {
    java.util.Set<Integer> ports = new java.util.TreeSet<>();
    for (PacketSeen packet : packets()) {
      Heading heading = HeadingReader.read(packet.bytes().toArray());
      ports.add(heading.source().port());
      ports.add(heading.destination().port());
    }
    return ports;
  }

  CallReturned returned(long callId) {
    return all(CallReturned.class).stream()
        .filter(event -> event.callId() == callId)
        .findFirst()
        .orElseThrow();
  }
}
