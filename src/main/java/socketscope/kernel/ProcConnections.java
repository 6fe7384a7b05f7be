package socketscope.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import socketscope.event.SocketAddress;
import socketscope.event.TcpState;
import socketscope.syscall.TcpInfoLayout;

/**
 * The TCP connections that {@code /proc/net/tcp} and {@code /proc/net/tcp6} list (proc_pid_net(5)).
 * Costs several times as much as sock_diag.
 */
final class ProcConnections {

  /** Times are in USER_HZ, a hundredth of a second on every system that has these files. */
  private static final long MILLIS_IN_A_TICK = 10;

  private static final int INODE_FIELD = 9;

  private final NetworkFiles files;
  private final TcpInfoLayout states;

  ProcConnections(NetworkFiles files, TcpInfoLayout states) {
    this.files = files;
    this.states = states;
  }

  /** All that there are now; empty where there are no such files. */
  Optional<ConnectionList> list() {
    List<KernelConnection> connections = new ArrayList<>();
    try {
      for (String file : List.of("tcp", "tcp6")) {
        Path path = files.file(file);
        if (file.equals("tcp") || Files.exists(path)) {
          List<String> lines = Files.readAllLines(path);
          long seen = System.nanoTime();
          lines.stream().skip(1).forEach(line -> connections.addAll(read(line, seen)));
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(new ConnectionList(System.nanoTime(), connections));
  }

  /**
   * One line, empty where it is no connection's.
   *
   * <pre>
   *   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   *    0: 0100007F:1388 0100007F:A1B2 06 00000000:00000000 03:00001770 00000000     0        0 0 ...
   * </pre>
   */
  List<KernelConnection> read(String line, long seen) {
    String[] words = line.strip().split("[ \t]+", -1);
    if (words.length <= INODE_FIELD) {
      return List.of();
    }
    TcpState state = states.state(HexFormat.fromHexDigits(words[3]));
    if (state == null || state == TcpState.LISTEN || state == TcpState.CLOSED) {
      return List.of();
    }
    String[] queues = words[4].split(":", -1);
    String[] timer = words[5].split(":", -1);
    return List.of(
        KernelConnection.of(
            seen,
            address(words[1]),
            address(words[2]),
            state,
            HexFormat.fromHexDigits(timer[0]),
            HexFormat.fromHexDigitsToLong(timer[1]) * MILLIS_IN_A_TICK,
            HexFormat.fromHexDigits(words[6]),
            HexFormat.fromHexDigitsToLong(queues[1]),
            HexFormat.fromHexDigitsToLong(queues[0]),
            Long.parseLong(words[INODE_FIELD])));
  }

  /** The address as numbers of 32 bits in the machine's own order, and the port as a number. */
  static SocketAddress address(String text) {
    int colon = text.indexOf(':');
    int port = HexFormat.fromHexDigits(text, colon + 1, text.length());
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
    for (int at = 0; at < colon; at += 8) {
      bytes.putInt(HexFormat.fromHexDigits(text, at, at + 8));
    }
    bytes.flip().order(ByteOrder.BIG_ENDIAN);
    return colon == 8
        ? new SocketAddress.Inet4(bytes.getInt(), port)
        : new SocketAddress.Inet6(bytes.getLong(), bytes.getLong(), port);
  }
}
