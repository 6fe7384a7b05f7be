package socketscope.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import socketscope.UncaughtExceptions;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ProgramStarted;
import socketscope.event.Role;
import socketscope.event.Stamp;

class FoldedEventsTest {

  @RegisterExtension final UncaughtExceptions failures = new UncaughtExceptions();

  private static Event started(long nanos, String program) {
    return new ProgramStarted(new Stamp(nanos, program, 0), Role.of(program), nanos);
  }

  @Test
  void anEventThatAFoldFailsAtIsReportedAndThoseAfterItAreShown() throws Exception {
    Event broken = new CallStarted(new Stamp(2, "server", 1), 1, null, 1, null);
    FoldedEvents folded = new FoldedEvents();
    folded.add(List.of(started(1, "server"), broken, started(3, "client")));
    assertThat(folded.folds().status(3).programs()).hasSize(2);
    assertThat(failures.next()).isInstanceOf(NullPointerException.class);
    failures.clear();
  }
}
