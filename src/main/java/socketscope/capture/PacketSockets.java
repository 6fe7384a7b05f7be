package socketscope.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import socketscope.capture.Endpoint.EndpointPair;
import socketscope.capture.PacketSource.OpenResult;
import socketscope.constant.Constants;
import socketscope.event.Bytes;
import socketscope.event.Errno;
import socketscope.event.Result;
import socketscope.syscall.PacketCalls;
import socketscope.syscall.PacketSocketLayout;
import socketscope.syscall.PacketTables;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.local.LocalSystem;

/**
 * Packet sockets (packet(7)) on the loopback interface, one for IPv4 and one for IPv6: a single one
 * for all kinds would see each packet twice, as it is sent and as it is received. With SOCK_DGRAM a
 * packet starts at its IP header.
 */
final class PacketSockets implements PacketSource {

  /** The kinds of packets, as IEEE 802 numbers them. */
  private static final int[] KINDS = {0x0800, 0x86dd};

  /** The kernel holds so many bytes until they are read. */
  private static final int ROOM = 16 << 20;

  private final LocalSystem system;
  private final SystemCalls calls;
  private final PacketSocketLayout layout;
  private final PacketCalls control;
  private final List<Integer> descriptors = new ArrayList<>();
  private final List<PacketReader> readers = new ArrayList<>();

  private PacketSockets(LocalSystem system, SystemCalls calls, PacketSocketLayout layout) {
    this.system = system;
    this.calls = calls;
    this.layout = layout;
    this.control = system.newPacketCalls(layout, 1);
  }

  static OpenResult open(LocalSystem system) {
    PacketTables packets = system.tables().packets();
    PacketSocketLayout layout = packets.socket();
    if (layout == null) {
      return OpenResult.missing();
    }
    PacketSockets sockets = new PacketSockets(system, system.newCalls(), layout);
    Errno refusal = sockets.open(packets.device());
    return refusal == null ? OpenResult.of(sockets) : OpenResult.refused(refusal.name());
  }

  private @Nullable Errno open(String device) {
    int index = control.interfaceIndex(device);
    for (int kind : KINDS) {
      // Of no kind until it is bound, lest it see other interfaces in between.
      Result opened = calls.socket(constant("AF_PACKET"), constant("SOCK_DGRAM"), 0);
      Errno refusal = opened.errno();
      if (refusal == null) {
        descriptors.add((int) opened.value());
        refusal = prepare((int) opened.value(), kind, index);
      }
      if (refusal != null) {
        descriptors.forEach(calls::close);
        return refusal;
      }
    }
    // What is done for the first time takes long; in a flood there is no time for that.
    turnAway(Set.of());
    return null;
  }

  private @Nullable Errno prepare(int descriptor, int kind, int index) {
    int level = constant("SOL_SOCKET");
    Result stamped = calls.setsockopt(descriptor, level, constant("SO_TIMESTAMPNS"), 1);
    if (calls.setsockopt(descriptor, level, constant("SO_RCVBUFFORCE"), ROOM).failed()) {
      // Without CAP_NET_ADMIN, as much as the system allows everybody.
      calls.setsockopt(descriptor, level, constant("SO_RCVBUF"), ROOM);
    }
    return stamped.failed()
        ? stamped.errno()
        : calls.bind(descriptor, layout.addressOf(kind, index)).errno();
  }

  private int constant(String name) {
    Constants constants = system.tables().constants();
    return constants.asInt(name).orElseThrow();
  }

  @Override
  public void begin(Taker taker) {
    system.prepareInterrupts();
    for (int descriptor : descriptors) {
      PacketCalls packetCalls = system.newPacketCalls(layout, SNAPSHOT);
      readers.add(new PacketReader(system, packetCalls, descriptor, taker));
    }
  }

  @Override
  public void end(BooleanSupplier settled, long deadline) throws InterruptedException {
    readers.forEach(reader -> reader.finish(settled, deadline));
    for (PacketReader reader : readers) {
      reader.join();
    }
  }

  @Override
  public synchronized void turnAway(Set<EndpointPair> flows) {
    for (int i = 0; i < KINDS.length; i++) {
      // Where the kernel will not, packets go on to come, and those that it has no room for count.
      control.attachFilter(
          descriptors.get(i), i == 0 ? FlowFilter.inet4(flows) : FlowFilter.inet6(flows));
    }
  }

  @Override
  public synchronized Counted counted() {
    Counted all = new Counted(0, 0);
    for (int descriptor : descriptors) {
      Bytes counted =
          calls
              .getsockopt(
                  descriptor,
                  constant("SOL_PACKET"),
                  constant("PACKET_STATISTICS"),
                  layout.statistics().size())
              .data();
      if (counted != null) {
        ByteBuffer numbers = ByteBuffer.wrap(counted.toArray()).order(ByteOrder.nativeOrder());
        all =
            all.plus(
                new Counted(
                    Integer.toUnsignedLong(numbers.getInt(layout.statistics().packets())),
                    Integer.toUnsignedLong(numbers.getInt(layout.statistics().drops()))));
      }
    }
    return all;
  }
}
