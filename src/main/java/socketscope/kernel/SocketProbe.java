package socketscope.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Bytes;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.TcpCounters;
import socketscope.event.TcpState;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.SystemTables;
import socketscope.syscall.TcpInfoLayout;
import socketscope.syscall.TcpInfoLayout.Field;

/** Asks the kernel about a socket of this process, on the calling thread. */
public final class SocketProbe {

  private static final long UNKNOWN = -1;

  /** Of IPv6 with extension headers and of TCP with all options, more than enough. */
  private static final int LARGEST_HEADERS = 512;

  /** TCP's own word on a connection, or on a listener. */
  private record Tcp(
      @Nullable TcpState state, long unacked, long sacked, @Nullable TcpCounters counters) {

    /** What is said of a socket that is not TCP, or by a kernel that does not tell. */
    static final Tcp SILENT = new Tcp(null, UNKNOWN, UNKNOWN, null);
  }

  private final SystemTables tables;
  private final SystemCalls calls;

  /** A probe that asks through these calls. */
  public SocketProbe(SystemTables tables, SystemCalls calls) {
    this.tables = tables;
    this.calls = calls;
  }

  /** The family and the type of a socket: {@code AF_UNIX}, {@code SOCK_STREAM}. */
  public record SocketKind(String domain, String type) {}

  /** What kind of socket a descriptor stands for; empty where it is none. */
  public Optional<SocketKind> kind(int descriptor) {
    Constants names = tables.constants();
    Optional<Long> domain = number(descriptor, "SO_DOMAIN");
    Optional<Long> type = number(descriptor, "SO_TYPE");
    return domain.isEmpty() || type.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SocketKind(
                names.constant(ConstantSet.ADDRESS_FAMILY, domain.get()).spelled(),
                names.constant(ConstantSet.SOCKET_TYPE, type.get()).spelled()));
  }

  private Optional<Long> number(int descriptor, String option) {
    OptionalInt level = tables.constants().asInt("SOL_SOCKET");
    OptionalInt name = tables.constants().asInt(option);
    if (level.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    Bytes told =
        calls.getsockopt(descriptor, level.getAsInt(), name.getAsInt(), Integer.BYTES).data();
    return told == null || told.length() < Integer.BYTES
        ? Optional.empty()
        : Optional.of(
            (long) ByteBuffer.wrap(told.toArray()).order(ByteOrder.nativeOrder()).getInt());
  }

  /** The kernel's own number of a socket, which no other one has; 0 where it does not say. */
  public long cookie(int descriptor) {
    Bytes told = option(descriptor, "SOL_SOCKET", "SO_COOKIE", Long.BYTES);
    return told == null || told.length() < Long.BYTES ? 0 : inOwnOrder(told).getLong();
  }

  /**
   * What the kernel says now.
   *
   * @param tcp whether the socket is TCP
   * @param known what it said before: an address that it has told is not asked for again while the
   *     state is the same, and another one than CLOSED
   */
  public SocketView view(int descriptor, boolean tcp, @Nullable SocketView known) {
    Tcp info = tcp ? tcpInfo(descriptor) : Tcp.SILENT;
    boolean listening = info.state == TcpState.LISTEN;
    // Its addresses stay while it does; one that was refused is CLOSED again, of another port.
    boolean stays = tcp && info.state != TcpState.CLOSED;
    SocketView same = stays && known != null && known.state() == info.state ? known : null;
    return new SocketView(
        info.state,
        local(descriptor, same),
        listening ? null : peer(descriptor, same, tcp ? known : null),
        listening ? UNKNOWN : queue(descriptor, "SIOCINQ"),
        // On a closed TCP socket SIOCOUTQ counts sequence numbers that nothing stands behind.
        listening || info.state == TcpState.CLOSED ? UNKNOWN : queue(descriptor, "SIOCOUTQ"),
        listening ? info.unacked : UNKNOWN,
        listening ? info.sacked : UNKNOWN,
        tcp ? UNKNOWN : drops(descriptor),
        listening ? null : info.counters);
  }

  private Tcp tcpInfo(int descriptor) {
    TcpInfoLayout layout = tables.tcpInfo();
    if (!(layout.request() instanceof TcpInfoLayout.Request.Option(int level, int name))) {
      return Tcp.SILENT;
    }
    Bytes answer = calls.getsockopt(descriptor, level, name, layout.size()).data();
    if (answer == null) {
      return Tcp.SILENT;
    }
    byte[] bytes = answer.toArray();
    return new Tcp(
        layout.state(bytes, bytes.length),
        read(Field.UNACKED, bytes),
        read(Field.SACKED, bytes),
        counters(bytes));
  }

  private TcpCounters counters(byte[] answer) {
    return new TcpCounters(
        read(Field.SEGMENTS_OUT, answer),
        read(Field.SEGMENTS_IN, answer),
        read(Field.DATA_SEGMENTS_OUT, answer),
        read(Field.DATA_SEGMENTS_IN, answer),
        read(Field.BYTES_SENT, answer),
        read(Field.BYTES_ACKED, answer),
        read(Field.BYTES_RECEIVED, answer),
        read(Field.BYTES_RETRANSMITTED, answer),
        read(Field.TOTAL_RETRANSMITS, answer),
        read(Field.BYTES_NOT_SENT, answer),
        read(Field.SEND_WINDOW, answer));
  }

  private long read(Field field, byte[] answer) {
    return tables.tcpInfo().read(field, answer, answer.length).orElse(UNKNOWN);
  }

  /** The counter of drops among the nine of SO_MEMINFO (linux/sock_diag.h, SK_MEMINFO_DROPS). */
  private long drops(int descriptor) {
    Bytes counters = option(descriptor, "SOL_SOCKET", "SO_MEMINFO", 9 * Integer.BYTES);
    return counters == null || counters.length() < 9 * Integer.BYTES
        ? UNKNOWN
        : Integer.toUnsignedLong(inOwnOrder(counters).getInt(8 * Integer.BYTES));
  }

  /** Has a listener keep the SYN of each connection; without effect where that is not known. */
  public void keepSyns(int descriptor) {
    OptionalInt level = tables.constants().asInt("IPPROTO_TCP");
    OptionalInt option = tables.constants().asInt("TCP_SAVE_SYN");
    if (level.isPresent() && option.isPresent()) {
      calls.setsockopt(descriptor, level.getAsInt(), option.getAsInt(), 1);
    }
  }

  /**
   * The IP and TCP header of the SYN that began a connection. The kernel gives them out once.
   *
   * @return null where it kept none
   */
  public @Nullable Bytes keptSyn(int descriptor) {
    Bytes kept = option(descriptor, "IPPROTO_TCP", "TCP_SAVED_SYN", LARGEST_HEADERS);
    return kept == null || kept.length() == 0 ? null : kept;
  }

  private @Nullable Bytes option(int descriptor, String level, String name, int size) {
    OptionalInt levelNumber = tables.constants().asInt(level);
    OptionalInt number = tables.constants().asInt(name);
    return levelNumber.isEmpty() || number.isEmpty()
        ? null
        : calls.getsockopt(descriptor, levelNumber.getAsInt(), number.getAsInt(), size).data();
  }

  private static ByteBuffer inOwnOrder(Bytes bytes) {
    return ByteBuffer.wrap(bytes.toArray()).order(ByteOrder.nativeOrder());
  }

  private @Nullable SocketAddress local(int descriptor, @Nullable SocketView known) {
    if (known != null && known.local() != null && port(known.local()) != 0) {
      return known.local();
    }
    SocketAddress told = calls.getsockname(descriptor).address();
    return told == null || port(told) == 0 ? null : told;
  }

  /** A connection that was broken off has no peer any more; it is still told whose it was. */
  private @Nullable SocketAddress peer(
      int descriptor, @Nullable SocketView same, @Nullable SocketView known) {
    if (same != null && same.peer() != null) {
      return same.peer();
    }
    SocketAddress told = calls.getpeername(descriptor).address();
    return told == null && known != null ? known.peer() : told;
  }

  private static int port(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 inet -> inet.port();
      case SocketAddress.Inet6 inet -> inet.port();
      case SocketAddress.Unix unix -> unix.unnamed() ? 0 : 1;
      case SocketAddress.Other _ -> 0;
    };
  }

  private long queue(int descriptor, String operation) {
    int code = tables.constants().asInt(operation).orElse(0);
    Result result = calls.ioctl(descriptor, code);
    Bytes written = result.data();
    return code == 0 || written == null ? UNKNOWN : inOwnOrder(written).getInt();
  }
}
