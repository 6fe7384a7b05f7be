package socketscope.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.TcpState;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.SystemTables;
import socketscope.syscall.TcpInfoLayout;
import socketscope.syscall.TcpInfoLayout.Field;

/** Asks the kernel about a socket of this process, on the calling thread. */
public final class SocketProbe {

  private static final long UNKNOWN = -1;

  /** TCP's own word on a connection, or on a listener. */
  private record Tcp(@Nullable TcpState state, long unacked, long sacked) {}

  private final SystemTables tables;
  private final SystemCalls calls;

  /** A probe that asks through these calls. */
  public SocketProbe(SystemTables tables, SystemCalls calls) {
    this.tables = tables;
    this.calls = calls;
  }

  /**
   * What the kernel says now.
   *
   * @param tcp whether the socket is TCP
   * @param known what it said before: an address that it has told is not asked for again
   */
  public SocketView view(int descriptor, boolean tcp, @Nullable SocketView known) {
    Tcp info = tcp ? tcpInfo(descriptor) : new Tcp(null, UNKNOWN, UNKNOWN);
    boolean listening = info.state == TcpState.LISTEN;
    return new SocketView(
        info.state,
        local(descriptor, tcp ? known : null),
        listening ? null : peer(descriptor, tcp ? known : null),
        listening ? UNKNOWN : queue(descriptor, "SIOCINQ"),
        // On a closed TCP socket SIOCOUTQ counts sequence numbers that nothing stands behind.
        listening || info.state == TcpState.CLOSED ? UNKNOWN : queue(descriptor, "SIOCOUTQ"),
        listening ? info.unacked : UNKNOWN,
        listening ? info.sacked : UNKNOWN);
  }

  private Tcp tcpInfo(int descriptor) {
    TcpInfoLayout layout = tables.tcpInfo();
    if (!(layout.request() instanceof TcpInfoLayout.Request.Option(int level, int name))) {
      return new Tcp(null, UNKNOWN, UNKNOWN);
    }
    Bytes answer = calls.getsockopt(descriptor, level, name, layout.size()).data();
    if (answer == null) {
      return new Tcp(null, UNKNOWN, UNKNOWN);
    }
    byte[] bytes = answer.toArray();
    return new Tcp(
        layout.state(bytes, bytes.length),
        layout.read(Field.UNACKED, bytes, bytes.length).orElse(UNKNOWN),
        layout.read(Field.SACKED, bytes, bytes.length).orElse(UNKNOWN));
  }

  private @Nullable SocketAddress local(int descriptor, @Nullable SocketView known) {
    if (known != null && known.local() != null && port(known.local()) != 0) {
      return known.local();
    }
    SocketAddress told = calls.getsockname(descriptor).address();
    return told == null || port(told) == 0 ? null : told;
  }

  private @Nullable SocketAddress peer(int descriptor, @Nullable SocketView known) {
    return known != null && known.peer() != null
        ? known.peer()
        : calls.getpeername(descriptor).address();
  }

  private static int port(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 inet -> inet.port();
      case SocketAddress.Inet6 inet -> inet.port();
      case SocketAddress.Other _ -> 0;
    };
  }

  private long queue(int descriptor, String operation) {
    int code = tables.constants().value(operation).orElse(0);
    Result result = calls.ioctl(descriptor, code);
    Bytes written = result.data();
    return code == 0 || written == null
        ? UNKNOWN
        : ByteBuffer.wrap(written.toArray()).order(ByteOrder.nativeOrder()).getInt();
  }
}
