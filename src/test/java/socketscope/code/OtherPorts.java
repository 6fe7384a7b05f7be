package socketscope.code;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import socketscope.lesson.FreePorts;

/**
 * Other ports for the programs than the experiment had, which the kernel may keep (TIME_WAIT); and
 * other abstract names (unix(7)), which belong to the whole machine.
 */
final class OtherPorts implements AutoCloseable {

  private final FreePorts reserved;

  /** A word that is nothing else in a program. */
  private static final Pattern ABSTRACT = Pattern.compile("\\bbind\\(.*unix:@([a-z]{4,})\\b");

  private final Map<String, String> others = new HashMap<>();
  private final List<String> chosen;

  OtherPorts(PlayedLesson lesson) throws IOException {
    reserved = FreePorts.reserve(lesson.steps());
    lesson
        .ports()
        .forEach((name, port) -> others.put("" + port, Integer.toString(reserved.number(name))));
    chosen = List.copyOf(others.values());
  }

  /** An abstract name that these programs bind is not another experiment's at the same time. */
  void rename(List<Program> programs) {
    for (Program program : programs) {
      for (String result : program.results()) {
        ABSTRACT
            .matcher(result)
            .results()
            .forEach(
                name -> others.computeIfAbsent(name.group(1), given -> unused(given.length())));
      }
    }
  }

  /** As long as the one in its place: the kernel tells lengths. */
  private static String unused(int length) {
    return new Random()
        .ints(length, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  Collection<String> all() {
    return chosen;
  }

  /** The text with the other ports and names, before which an escaped null byte may stand. */
  private String in(String text) {
    String changed = text;
    for (Map.Entry<String, String> port : others.entrySet()) {
      boolean number = Character.isDigit(port.getKey().charAt(0));
      String start = number ? "\\b" : "(?<![A-Za-z_])";
      changed = changed.replaceAll(start + port.getKey() + "\\b", port.getValue());
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
