package socketscope.differential;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import socketscope.cli.CommandServer;
import socketscope.event.Place;
import socketscope.export.PacketFile;
import socketscope.lab.Capturing;
import socketscope.lab.Experiment;
import socketscope.lesson.FreePorts;
import socketscope.lesson.KernelsWord;
import socketscope.lesson.Lesson;
import socketscope.lesson.Lessons;
import socketscope.lesson.Player;
import socketscope.text.Language;
import socketscope.trace.Trace;
import socketscope.trace.TraceWriter;

/**
 * The main of a process that plays random experiments, whose programs it starts under strace. Where
 * they stand still, it compares what is known of the sockets with ss(8).
 */
public final class TrialServer {

  /** Between two of the differences that are told. */
  static final String NEXT = " ¶ ";

  /** What a call may take that should return. */
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  /** What a busy machine may take until what has happened is known. */
  private static final long PATIENCE = Duration.ofSeconds(8).toNanos();

  private TrialServer() {}

  /** Called by Java. */
  public static void main(String[] none) throws Exception {
    CommandServer.serve(TrialServer::run);
  }

  /**
   * Plays a lesson.
   *
   * @param arguments its file; {@code WHERE_POSSIBLE} or {@code OFF}; options, of which {@code
   *     --trace=} and {@code --pcapng=} name the files to write
   * @param messages where it differs from ss, is told there
   */
  private static int run(List<String> arguments, PrintStream messages) throws Exception {
    Path file = Path.of(arguments.getFirst());
    Capturing capturing = Capturing.valueOf(arguments.get(1));
    TracedPrograms.startIn(file.resolveSibling("strace"));
    List<String> lines = Files.readAllLines(file);
    Trace trace = new Trace();
    List<String> wrong = new ArrayList<>();
    Lesson lesson = Lessons.read(file);
    try (FreePorts ports = FreePorts.reserve(lesson.experiment());
        Experiment experiment = new Experiment(lesson.title(), capturing, Place.SHARED)) {
      experiment.bus().subscribe("trace", trace::add);
      experiment.keepObserving();
      Player player = new Player(lesson, experiment, ports, DEADLINE);
      Collection<Integer> numbers =
          lesson.experiment().ports().stream().map(ports::number).toList();
      // An earlier experiment may have left a TIME_WAIT at these ports, too.
      Set<String> before = KernelsWord.sockets(experiment.enter(), List.copyOf(numbers));
      int line = 0;
      while (player.hasNext()) {
        int next = player.next().line();
        if (lines.subList(line, next).contains(ExperimentGenerator.QUIET)) {
          KernelsWord.differences(experiment.enter(), trace, List.copyOf(numbers), before, PATIENCE)
              .stream()
              .map(("line " + next + " ")::concat)
              .forEach(wrong::add);
        }
        line = next;
        player.step();
      }
    }
    try (TraceWriter writer = TraceWriter.create(Path.of(option(arguments, "--trace=")))) {
      writer.accept(trace.events());
    }
    if (capturing != Capturing.OFF) {
      Files.write(
          Path.of(option(arguments, "--pcapng=")), PacketFile.of(trace.events(), Language.ENGLISH));
    }
    messages.print(String.join(NEXT, new TreeSet<>(wrong)));
    return wrong.isEmpty() ? 0 : 1;
  }

  private static String option(List<String> arguments, String name) {
    Optional<String> given = arguments.stream().filter(one -> one.startsWith(name)).findFirst();
    return given.orElseThrow().substring(name.length());
  }
}
