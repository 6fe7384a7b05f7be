package socketscope.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.failure.Failures;
import socketscope.json.Request;

/** The calls to fork() that are under way: each has a name for its program, and waits for it. */
final class Births {

  private record Birth(String parent, String child, ProgramChannel channel) {}

  private final Map<Long, Birth> underWay = new HashMap<>();
  private final Map<String, Integer> children = new HashMap<>();

  /** The request to make a child, which is called {@code server.1}, {@code server.2} ... */
  synchronized Request prepare(String parent, long callId, int thread) {
    try {
      String child = parent + "." + children.merge(parent, 1, Integer::sum);
      ProgramChannel channel = new ProgramChannel();
      underWay.put(callId, new Birth(parent, child, channel));
      List<String> command =
          ProgramCommand.of(ProgramProcess.MAIN, child, channel.path().toString());
      return new Request.Fork(callId, thread, child, command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a child that has been born will connect; null where none was awaited. */
  synchronized @Nullable ProgramChannel born(long callId) {
    Birth birth = underWay.remove(callId);
    return birth == null ? null : birth.channel;
  }

  /** The call has returned: if there is no child by now, there will be none. */
  synchronized void returned(long callId) {
    Birth birth = underWay.remove(callId);
    if (birth != null) {
      close(birth);
    }
  }

  /** The program has ended, and its calls with it. */
  synchronized void ended(String parent) {
    for (Map.Entry<Long, Birth> entry : new ArrayList<>(underWay.entrySet())) {
      if (entry.getValue().parent.equals(parent)) {
        underWay.remove(entry.getKey());
        close(entry.getValue());
      }
    }
  }

  private static void close(Birth birth) {
    try {
      birth.channel.close();
    } catch (IOException e) {
      Failures.report(new UncheckedIOException(e));
    }
  }
}
