package socketscope.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import socketscope.code.Action.CallMade;
import socketscope.code.Action.ServerLoop;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Errno;
import socketscope.event.SocketAddress;

/**
 * What one program does, in no language yet.
 *
 * @param title the experiment's
 * @param ports the ports that it names, by the names of their constants
 * @param files the paths of the files that its calls leave behind
 */
record Script(
    String title,
    String program,
    List<Statement> statements,
    Map<String, Integer> ports,
    List<String> files) {

  static Script of(History history, String program, Addresses addresses, Order order) {
    Naming naming = new Naming(history, program, addresses);
    List<Statement> statements = new ArrayList<>();
    List<Step> running = new ArrayList<>();
    List<ServerLoop> servers = new ArrayList<>(history.servers(program));
    Set<String> typed = new HashSet<>();
    boolean ended = false;
    for (Action action : history.of(program)) {
      if (action.server() != null) {
        continue;
      }
      join(running, action.began(), statements);
      serve(history, naming, servers, action.began(), statements);
      List<Action> before = order.waits().getOrDefault(action, List.of());
      if (!before.isEmpty()) {
        statements.add(new Statement.Await(before));
      }
      switch (action) {
        case Action.ProgramEnd _ -> ended = true;
        case CallMade made -> {
          for (SocketAddress address : made.call().addresses()) {
            CallMade stranger = addresses.stranger(made, address);
            String port = addresses.portName(address);
            if (stranger != null && typed.add(port)) {
              statements.add(new Statement.Ask(port, stranger));
            }
          }
          Step step = naming.step(made);
          Handle on = step.on();
          if (on != null && on.isInternet() && on.isStream() && history.bringsReset(made)) {
            statements.add(new Statement.AwaitReset(on));
          }
          if (history.needsThread(made)) {
            running.add(step);
            statements.add(new Statement.Begin(step));
          } else {
            statements.add(new Statement.Make(step));
          }
        }
      }
    }
    join(running, Long.MAX_VALUE, statements);
    serve(history, naming, servers, Long.MAX_VALUE, statements);
    boolean serves = statements.stream().anyMatch(Statement.Serve.class::isInstance);
    List<String> files = history.files(program);
    if (!ended && (serves || naming.leavesOpen() || !files.isEmpty())) {
      statements.add(new Statement.Stay());
    }
    return new Script(history.title(), program, List.copyOf(statements), naming.ports(), files);
  }

  private static void join(List<Step> running, long now, List<Statement> statements) {
    for (Step step : List.copyOf(running)) {
      if (step.made().returned() < now) {
        statements.add(new Statement.Join(step));
        running.remove(step);
      }
    }
  }

  private static void serve(
      History history,
      Naming naming,
      List<ServerLoop> servers,
      long now,
      List<Statement> statements) {
    while (!servers.isEmpty() && servers.getFirst().began() < now) {
      ServerLoop server = servers.removeFirst();
      List<Step> steps =
          history
              .calls(server.program())
              .filter(made -> server.equals(made.server()))
              .map(naming::step)
              .toList();
      statements.add(new Statement.Serve(server, naming.holder(server.descriptor()), steps));
    }
  }

  /** Whether there are names of AF_UNIX in it. */
  boolean isUnix() {
    return steps().stream()
        .anyMatch(step ->
            step.call().toString().contains("AF_UNIX")
                || step.made().address() instanceof SocketAddress.Unix
                || step.result() != null && step.result().address() instanceof SocketAddress.Unix);
  }

  /** The calls, in the order in which they are written. */
  List<Step> steps() {
    return statements.stream().flatMap(Statement::steps).toList();
  }

  /** The calls, in the order in which they returned. */
  List<Step> returned() {
    return steps().stream()
        .sorted(Comparator.comparingLong(step -> step.made().returned()))
        .toList();
  }

  /** Whether a later call or server uses what an earlier call has kept in that variable. */
  boolean uses(Handle handle) {
    return statements.stream()
            .anyMatch(s ->
                s instanceof Statement.Serve(_, Handle on, _) && on.text().equals(handle.text()))
        || steps().stream()
            .flatMap(step -> step.descriptors().stream())
            .anyMatch(used -> used.text().equals(handle.text()));
  }

  /** The calls that have a thread of their own. */
  List<Step> threads() {
    return statements.stream()
        .filter(Statement.Begin.class::isInstance)
        .flatMap(Statement::steps)
        .toList();
  }

  /** Whether more than one thread prints. */
  boolean hasThreads() {
    return statements.stream()
        .anyMatch(s -> s instanceof Statement.Begin || s instanceof Statement.Serve);
  }

  /** The names of the ports that its user has to tell. */
  List<String> typedPorts() {
    return statements.stream()
        .filter(Statement.Ask.class::isInstance)
        .map(statement -> ((Statement.Ask) statement).port())
        .toList();
  }

  /** The flags that its calls were told, such as the events that poll() found. */
  List<String> flags() {
    return steps().stream()
        .filter(step -> step.succeeded() && step.result().written() != null)
        .flatMap(step -> step.result().written().leaves())
        .filter(Argument.Named.class::isInstance)
        .flatMap(argument -> Stream.of(argument.toString().split("\\|")))
        .filter(name -> name.matches("E?POLL.+|MSG_.+"))
        .distinct()
        .sorted(Comparator.comparingLong(name -> Constants.linux().number(name).orElse(0)))
        .toList();
  }

  /** The kinds of the control messages that its calls were told: {@code SOL_IP, IP_TTL}. */
  List<String> controls() {
    return steps().stream()
        .flatMap(step ->
            IntStream.range(0, step.made().messages().size())
                .mapToObj(place -> PrintedCall.controls(step, place)))
        .flatMap(List::stream)
        .map(PrintedCall::kind)
        .distinct()
        .sorted()
        .toList();
  }

  /** The errors that its calls met, by name, with their numbers. */
  Map<String, Integer> errors() {
    Map<String, Integer> errors = new TreeMap<>();
    for (Step step : steps()) {
      Errno errno = step.result() == null ? null : step.result().errno();
      if (errno != null) {
        errors.put(errno.name(), errno.number());
      }
    }
    return errors;
  }
}
