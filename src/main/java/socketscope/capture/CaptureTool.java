package socketscope.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program that writes the packets which it captures to its standard output.
 *
 * @param name that of its file
 * @param latencyNanos how long a packet may take until it can be read
 */
record CaptureTool(String name, long latencyNanos, List<String> options) {

  /** 65536 bytes behind an Ethernet header. */
  private static final String LARGEST_FRAME = "65550";

  /** Only what can be a socket's; in the language of pcap-filter(7). */
  private static final String FILTER = "ip or ip6";

  /** Where such programs lie, though an ordinary user's PATH does not say so. */
  private static final List<String> USUAL =
      List.of("/usr/sbin", "/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin");

  /**
   * tcpdump(1), which hands each packet over at once. In this mode its buffer is cut into pieces of
   * the largest packet's size, so the usual one has room for 16 packets only, whatever their size.
   */
  static final CaptureTool TCPDUMP =
      new CaptureTool(
          "tcpdump",
          TimeUnit.MILLISECONDS.toNanos(50),
          List.of(
              "-s",
              LARGEST_FRAME,
              "-B",
              "32768",
              "-p",
              "-U",
              "--immediate-mode",
              "--time-stamp-precision=nano",
              "-w",
              "-",
              FILTER));

  /** dumpcap(1), which looks for packets four times a second. */
  static final CaptureTool DUMPCAP =
      new CaptureTool(
          "dumpcap",
          TimeUnit.MILLISECONDS.toNanos(400),
          List.of("-p", "-q", "-w", "-", "-f", FILTER));

  List<String> command(Path file, String device) {
    List<String> command = new ArrayList<>(List.of(file.toString(), "-i", device));
    command.addAll(options);
    return command;
  }

  /** Where it is installed. */
  Optional<Path> find(Map<String, String> environment) {
    List<String> folders = new ArrayList<>();
    folders.addAll(
        List.of(environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)));
    folders.addAll(USUAL);
    return folders.stream()
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> List.of(Path.of(folder, name), Path.of(folder, name + ".exe")).stream())
        .filter(Files::isExecutable)
        .findFirst();
  }
}
