package socketscope.code;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Other ports for the programs than the experiment had, which the kernel may keep (TIME_WAIT). */
final class OtherPorts {

  private static final Pattern CONSTANT = Pattern.compile("PORT\\w*\\D+(\\d{4,5});?$");
  private static final Set<Integer> USED = new HashSet<>();

  private final Map<String, String> others = new HashMap<>();

  OtherPorts(List<Program> programs) throws IOException {
    for (Program program : programs) {
      for (Program.Line line : program.lines()) {
        for (var match : CONSTANT.matcher(line.text()).results().toList()) {
          others.putIfAbsent(match.group(1), Integer.toString(free()));
        }
      }
    }
  }

  private static synchronized int free() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(10_000, 20_000);
      try (ServerSocket probe = new ServerSocket()) {
        probe.setReuseAddress(false);
        probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        if (USED.add(port)) {
          return port;
        }
      } catch (BindException e) {
        // Another one.
      }
    }
  }

  Collection<String> all() {
    return others.values();
  }

  /** The text with the other ports. */
  String in(String text) {
    String changed = text;
    for (Map.Entry<String, String> port : others.entrySet()) {
      changed = changed.replaceAll("\\b" + port.getKey() + "\\b", port.getValue());
    }
    return changed;
  }

  /** The program with the other ports. */
  Program in(Program program) {
    return new Program(
        program.name(),
        program.language(),
        program.fileName(),
        program.lines().stream().map(l -> new Program.Line(in(l.text()), l.callId())).toList(),
        program.results().stream().map(this::in).toList(),
        program.waits().stream()
            .map(wait ->
                new Program.Wait(
                    wait.others().stream()
                        .map(p -> new Program.Point(p.program(), in(p.call()), p.times()))
                        .toList()))
            .toList());
  }
}
