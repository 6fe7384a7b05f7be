package socketscope.lab;

import java.nio.charset.StandardCharsets;
import java.util.List;
import socketscope.event.SocketAddress;

/** Connections as ss(8) lists them. */
final class Connections {

  private Connections() {}

  /** State, receive queue, send queue and more of that connection; empty where there is none. */
  static String from(SocketAddress local, SocketAddress peer) throws Exception {
    Process ss = new ProcessBuilder("ss", "-Htn").start();
    List<String> lines =
        new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    return lines.stream()
        .map(line -> line.replaceAll("\\s+", " ").strip())
        .filter(line -> line.contains(" " + local + " " + peer))
        .findFirst()
        .orElse("");
  }
}
