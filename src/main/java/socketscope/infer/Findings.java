package socketscope.infer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.PacketInferred;
import socketscope.event.SocketAddress;
import socketscope.event.Stamp;
import socketscope.event.SynSaved;

/** Collects what was inferred, and gives each a place in time. */
final class Findings {

  private final KnownSockets sockets;
  private final List<PacketInferred> found = new ArrayList<>();

  /** Where the data that each side sent last stand. */
  private final Map<ConnectionEnd, Integer> lastData = new HashMap<>();

  Findings(KnownSockets sockets) {
    this.sockets = sockets;
  }

  /**
   * Adds what came to light in one look, in the order of cause and effect. What a call caused
   * stands right behind the start of that call; all else right before it was known to have passed.
   *
   * @param after the moment of the look before
   */
  void add(List<InferredPackets> inferred, long after, Event proof) {
    long anchor = Long.MIN_VALUE;
    for (int i = 0; i < inferred.size(); i++) {
      InferredPackets packets = inferred.get(i);
      boolean anchored = packets.anchored();
      anchor = anchored ? Math.max(anchor, Math.max(packets.anchor(), after)) : anchor;
      long nanos = anchored ? anchor + i + 1 : packets.before() - (inferred.size() - i);
      add(packets, nanos, anchored ? anchor : after, proof);
    }
  }

  private void add(InferredPackets packets, long nanos, long after, Event proof) {
    ConnectionEnd from = packets.from();
    ConnectionEnd to = packets.to();
    if (packets.kind() == PacketInferred.Kind.DATA) {
      lastData.put(from, found.size());
    }
    SynSaved header = packets.kind() == PacketInferred.Kind.SYN ? sockets.header(to.socket) : null;
    add(
        nanos,
        new Endpoint(sockets.program(from.socket, from.address), from.address),
        new Endpoint(sockets.program(to.socket, to.address), to.address),
        new What(packets.kind(), packets.count(), packets.bytes(), header),
        after,
        packets.before(),
        proof);
  }

  /**
   * Segments that are told already carried more bytes: those that were sent again, which only their
   * sender counts.
   */
  void carriedMore(ConnectionEnd from, long bytes) {
    Integer at = lastData.get(from);
    if (at != null) {
      found.set(at, found.get(at).carrying(bytes));
    }
  }

  /** An end of the way that a packet takes. */
  record Endpoint(String program, @Nullable SocketAddress address) {}

  /** What a packet is. */
  record What(PacketInferred.Kind kind, long count, long bytes, @Nullable SynSaved header) {}

  void add(
      long nanos, Endpoint from, Endpoint to, What what, long after, long before, Event proof) {
    found.add(
        new PacketInferred(
            new Stamp(nanos, "", found.size()),
            from.program(),
            to.program(),
            from.address(),
            to.address(),
            what.kind(),
            what.count(),
            what.bytes(),
            after,
            before,
            proof,
            what.header()));
  }

  /** All of it, in the order of time. */
  List<PacketInferred> sorted() {
    Collections.sort(found);
    return List.copyOf(found);
  }
}
