package socketscope.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.Function;
import socketscope.event.SocketAddress;

/**
 * What one program does, in no language yet.
 *
 * @param ports the ports that it names, by the names of their constants
 * @param early the connects that were refused because a socket was bound, and did not listen yet
 */
record Script(
    String title,
    String program,
    List<Statement> statements,
    Map<String, Integer> ports,
    Set<Long> early) {

  static Script of(
      History history, String program, Ports ports, Asked asked, Map<Deed, List<Deed>> waits) {
    Naming naming = new Naming(history, program, ports);
    List<Statement> statements = new ArrayList<>();
    List<Step> running = new ArrayList<>();
    Set<String> known = new HashSet<>();
    boolean ended = false;
    for (Deed deed : history.of(program)) {
      join(running, deed.began(), statements);
      List<Deed> before = waits.getOrDefault(deed, List.of());
      if (!before.isEmpty()) {
        statements.add(new Statement.Await(before));
      }
      Deed.Made teller = deed instanceof Deed.Made made ? asked.teller(made) : null;
      if (teller != null && deed instanceof Deed.Made made) {
        String port = ports.name(Objects.requireNonNull(made.address()));
        if (known.add(port)) {
          statements.add(new Statement.Ask(port, teller));
        }
      }
      switch (deed) {
        case Deed.Ended _ -> ended = true;
        case Deed.Made made when history.hasThread(made) -> {
          Step step = naming.step(made);
          running.add(step);
          statements.add(new Statement.Begin(step));
        }
        case Deed.Made made -> statements.add(new Statement.Make(naming.step(made)));
      }
    }
    join(running, Long.MAX_VALUE, statements);
    if (!ended && (naming.leavesOpen() || statements.stream().anyMatch(Script::bindsPath))) {
      statements.add(new Statement.Stay());
    }
    Set<Long> early =
        history.of(program).stream()
            .filter(deed -> deed instanceof Deed.Made made && history.isEarly(made))
            .map(deed -> ((Deed.Made) deed).callId())
            .collect(Collectors.toSet());
    return new Script(history.title(), program, List.copyOf(statements), naming.portsUsed(), early);
  }

  private static void join(List<Step> running, long now, List<Statement> statements) {
    for (Step step : List.copyOf(running)) {
      if (step.made().returned() < now) {
        statements.add(new Statement.Join(step));
        running.remove(step);
      }
    }
  }

  private static boolean bindsPath(Statement statement) {
    return statement instanceof Statement.Make(Step step) && path(step) != null;
  }

  /** The file that a call has made; null where it has made none. */
  private static @Nullable String path(Step step) {
    return step.function() == Function.BIND
            && step.succeeded()
            && step.made().address() instanceof SocketAddress.Unix(boolean none, Bytes name)
            && !none
            && name.length() > 0
        ? new String(name.toArray(), StandardCharsets.UTF_8)
        : null;
  }

  /** The files that its calls have made, which they leave behind. */
  List<String> paths() {
    return paths(steps());
  }

  static List<String> paths(List<Step> steps) {
    return steps.stream().map(Script::path).filter(Objects::nonNull).distinct().toList();
  }

  /** Whether there are names of AF_UNIX in it. */
  boolean isUnix() {
    return steps().stream()
        .anyMatch(step ->
            step.call().toString().contains("AF_UNIX")
                || step.made().address() instanceof SocketAddress.Unix
                || step.result() != null && step.result().address() instanceof SocketAddress.Unix);
  }

  /** The calls. */
  List<Step> steps() {
    return statements.stream()
        .flatMap(statement ->
            switch (statement) {
              case Statement.Make(Step step) -> Stream.of(step);
              case Statement.Begin(Step step) -> Stream.of(step);
              case Statement.Join _, Statement.Await _, Statement.Ask _, Statement.Stay _ ->
                  Stream.empty();
            })
        .toList();
  }

  /** Whether a call uses what an earlier one has kept in that variable. */
  boolean uses(String variable) {
    return steps().stream()
        .anyMatch(step ->
            step.on() != null && step.on().text().equals(variable)
                || step.watched().stream().anyMatch(handle -> handle.text().equals(variable)));
  }

  /** The calls that have a thread of their own. */
  List<Step> threads() {
    return statements.stream()
        .filter(Statement.Begin.class::isInstance)
        .map(statement -> ((Statement.Begin) statement).step())
        .toList();
  }

  boolean hasThreads() {
    return statements.stream().anyMatch(Statement.Begin.class::isInstance);
  }

  /** The names of the ports that its user has to tell. */
  List<String> asked() {
    return statements.stream()
        .filter(Statement.Ask.class::isInstance)
        .map(statement -> ((Statement.Ask) statement).port())
        .toList();
  }

  boolean waits() {
    return statements.stream()
        .anyMatch(s -> s instanceof Statement.Await || s instanceof Statement.Stay);
  }

  /** The errors that its calls met, in the order of the alphabet. */
  List<String> errors() {
    TreeSet<String> names = new TreeSet<>();
    steps().stream().map(Step::errno).filter(name -> !name.isEmpty()).forEach(names::add);
    return List.copyOf(names);
  }
}
