package socketscope.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.event.TcpState;
import socketscope.syscall.TcpInfoLayout;

/** The sockets that {@code /proc/net/tcp}, {@code udp} and the like list (proc_pid_net(5)). */
final class ProcSockets {

  private static final int INODE_FIELD = 9;

  private final NetworkFiles files;
  private final TcpInfoLayout states;
  private final boolean stream;

  /**
   * The files of one protocol.
   *
   * @param stream whether it is TCP, rather than UDP
   */
  ProcSockets(NetworkFiles files, TcpInfoLayout states, boolean stream) {
    this.files = files;
    this.states = states;
    this.stream = stream;
  }

  /** False where there are no such files. */
  boolean addAllTo(List<ListedSocket> sockets) {
    try {
      for (String file : stream ? List.of("tcp", "tcp6") : List.of("udp", "udp6")) {
        Path path = files.file(file);
        if (!file.endsWith("6") || Files.exists(path)) {
          List<String> lines = Files.readAllLines(path);
          long seen = System.nanoTime();
          lines.stream().skip(1).flatMap(line -> read(line, seen)).forEach(sockets::add);
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** One line, see {@link ProcConnections#read}; none where it is no socket's. */
  Stream<ListedSocket> read(String line, long seen) {
    String[] words = line.strip().split("[ \t]+", -1);
    if (words.length <= INODE_FIELD) {
      return Stream.of();
    }
    @Nullable TcpState state = stream ? states.state(HexFormat.fromHexDigits(words[3])) : null;
    String[] queues = words[4].split(":", -1);
    return stream && state == null
        ? Stream.of()
        : Stream.of(
            new ListedSocket(
                seen,
                ProcConnections.address(words[1]),
                ProcConnections.address(words[2]),
                state,
                HexFormat.fromHexDigitsToLong(queues[1]),
                HexFormat.fromHexDigitsToLong(queues[0]),
                Long.parseLong(words[INODE_FIELD])));
  }
}
