package socketscope.kernel;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose sockets are: the processes whose descriptors lead to them, as the links in {@code
 * /proc/PID/fd} tell (proc_pid_fd(5)). An ordinary user may read those of the own processes only.
 */
public final class SocketOwners {

  private static final Path PROC = Path.of("/proc");
  private static final String PREFIX = "socket:[";

  private SocketOwners() {}

  /**
   * Looks through all processes, the newest first, until every socket is found. It costs tens of
   * microseconds a descriptor of the machine.
   *
   * @return owners by inode; none for what nobody holds, or nobody whose descriptors may be read
   */
  public static Map<Long, SocketOwner> find(Set<Long> inodes) {
    return inodes.isEmpty() ? Map.of() : among(processes(), inodes);
  }

  /** Looks through some processes only. */
  public static Map<Long, SocketOwner> among(Collection<Long> processes, Set<Long> inodes) {
    Map<Long, SocketOwner> found = new HashMap<>();
    Set<Long> missing = new HashSet<>(inodes);
    for (long pid : processes) {
      if (missing.isEmpty()) {
        break;
      }
      look(pid, missing, found);
    }
    return found;
  }

  private static List<Long> processes() {
    List<Long> all = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[1-9]*")) {
      entries.forEach(entry -> all.add(Long.parseLong(entry.getFileName().toString())));
    } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
      return List.of(); // a system without these files
    }
    all.sort(Comparator.reverseOrder());
    return all;
  }

  private static void look(long pid, Set<Long> missing, Map<Long, SocketOwner> found) {
    Path process = PROC.resolve(Long.toString(pid));
    try (DirectoryStream<Path> links = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path link : links) {
        long inode = inode(link);
        if (missing.remove(inode)) {
          int descriptor = Integer.parseInt(link.getFileName().toString());
          found.put(inode, new SocketOwner(pid, descriptor, command(process)));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // It has ended, or is another user's.
    }
  }

  /** The inode of the socket that a descriptor leads to; -1 where it leads to something else. */
  private static long inode(Path link) {
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith(PREFIX)
          ? Long.parseLong(target.substring(PREFIX.length(), target.length() - 1))
          : -1;
    } catch (IOException e) {
      return -1; // closed meanwhile
    }
  }

  private static String command(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
