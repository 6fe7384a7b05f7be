package socketscope.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import socketscope.event.Call;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.Place;
import socketscope.event.ProgramStarted;
import socketscope.failure.Failures;
import socketscope.json.Request;

/**
 * The programs that others make by fork(): a call that is under way has a name for its child, and
 * waits for it.
 */
final class Children {

  private record Birth(String parent, String child, ProgramChannel channel) {}

  private final Map<Long, Birth> underWay = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * The request to make a call; one to fork() tells what the child is called, and where it goes.
   */
  Request request(Place place, String program, long callId, Call call, int thread) {
    return call.function() == Function.FORK
        ? prepare(place, program, callId, thread)
        : new Request.MakeCall(callId, call, thread);
  }

  /** A child is called {@code server.1}, {@code server.2} ... */
  private synchronized Request prepare(Place place, String parent, long callId, int thread) {
    try {
      String child = parent + "." + counts.merge(parent, 1, Integer::sum);
      ProgramChannel channel = new ProgramChannel();
      underWay.put(callId, new Birth(parent, child, channel));
      List<String> command =
          ProgramCommand.of(
              ProgramProcess.MAIN,
              List.of(child, place.word(), channel.path().toString(), ProgramProcess.FORKED));
      return new Request.Fork(callId, thread, child, command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A child is a process now.
   *
   * @return the process; empty where none was awaited
   */
  synchronized Optional<ProgramProcess> born(
      ProgramStarted child,
      long callId,
      ProgramProcess parent,
      Consumer<Event> reported,
      Consumer<ProgramProcess> ended) {
    return Optional.ofNullable(underWay.remove(callId))
        .map(birth -> new ConnectedProcess(child.pid(), birth.channel))
        .map(process -> new ProgramProcess(child.program(), parent, process, reported, ended));
  }

  /** The call has returned: if there is no child by now, there will be none. */
  synchronized void returned(long callId) {
    Birth birth = underWay.remove(callId);
    if (birth != null) {
      close(birth);
    }
  }

  /** The program has ended, and its calls with it; its children end, too. */
  synchronized void parentEnded(ProgramProcess parent, List<ProgramProcess> all) {
    all.stream().filter(child -> child.parent() == parent).forEach(ProgramProcess::orphaned);
    for (Map.Entry<Long, Birth> entry : new ArrayList<>(underWay.entrySet())) {
      if (entry.getValue().parent.equals(parent.name())) {
        underWay.remove(entry.getKey());
        close(entry.getValue());
      }
    }
  }

  /**
   * Ends programs, children first: their parents tell how they ended, unless they are stopped.
   *
   * @param all in the order of their starts
   */
  static void finish(List<ProgramProcess> all) {
    for (ProgramProcess process : all.reversed()) {
      ProgramProcess parent = process.parent();
      if (parent != null && parent.isAlive() && !parent.isStopped()) {
        process.finish();
        process.awaitEnd();
      }
    }
    all.forEach(ProgramProcess::finish);
    all.forEach(ProgramProcess::awaitEnd);
  }

  private static void close(Birth birth) {
    try {
      birth.channel.close();
    } catch (IOException e) {
      Failures.report(new UncheckedIOException(e));
    }
  }
}
