package socketscope.code;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import socketscope.lesson.FreePorts;

/** Other ports for the programs than the experiment had, which the kernel may keep (TIME_WAIT). */
final class OtherPorts implements AutoCloseable {

  private final FreePorts reserved;
  private final Map<String, String> others = new HashMap<>();

  OtherPorts(PlayedLesson lesson) throws IOException {
    reserved = FreePorts.reserve(lesson.steps());
    lesson
        .ports()
        .forEach((name, port) -> others.put("" + port, Integer.toString(reserved.number(name))));
  }

  Collection<String> all() {
    return others.values();
  }

  /** The text with the other ports. */
  private String in(String text) {
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
        program.lines().stream().map(l -> new Program.Line(in(l.text()), l.calls())).toList(),
        program.results().stream().map(this::in).toList(),
        program.waits().stream()
            .map(wait ->
                new Program.Wait(
                    wait.others().stream()
                        .map(p -> new Program.Point(p.program(), in(p.call()), p.times()))
                        .toList(),
                    wait.asks()))
            .toList());
  }

  @Override
  public void close() {
    reserved.close();
  }
}
