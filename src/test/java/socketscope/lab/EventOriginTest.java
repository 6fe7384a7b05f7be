package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import socketscope.event.CallReturned;
import socketscope.event.CaptureEnded;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.Stamp;

class EventOriginTest {

  private static Stamp stamp(String program) {
    return new Stamp(1, program, 1);
  }

  private static Event returned(String program) {
    return new CallReturned(stamp(program), 1, null, null, Result.of(0));
  }

  private static Event started(String program, String parent) {
    return new ProgramStarted(stamp(program), Role.SERVER, 1, new ProgramStarted.Parent(parent, 1));
  }

  @Test
  void programTellsOfItselfAndOfItsChildren() {
    assertThat(EventOrigin.program("server", returned("server"))).isTrue();
    assertThat(EventOrigin.program("server", new ProgramStarted(stamp("server"), Role.SERVER, 1)))
        .isTrue();
    assertThat(EventOrigin.program("server", started("server.1", "server"))).isTrue();
    assertThat(EventOrigin.program("server", new ProgramEnded(stamp("server.1"), 0, 9, false)))
        .isTrue();
  }

  @Test
  void programTellsOfNobodyElse() {
    assertThat(EventOrigin.program("server", returned("client"))).isFalse();
    assertThat(EventOrigin.program("server", returned("server.1"))).isFalse();
    assertThat(EventOrigin.program("server", new ProgramStarted(stamp("client"), Role.CLIENT, 1)))
        .isFalse();
    assertThat(EventOrigin.program("server", started("server.1", "client"))).isFalse();
    assertThat(EventOrigin.program("server", started("client", "server"))).isFalse();
    assertThat(EventOrigin.program("server", new ProgramEnded(stamp("client"), 0, 9, false)))
        .isFalse();
    assertThat(EventOrigin.program("server", new ProgramEnded(stamp("server"), 0, 9, false)))
        .isFalse();
  }

  @Test
  void theApplicationsOwnEventsComeFromNobodyElse() {
    Event start = new ExperimentStarted(stamp(""), "t", Instant.EPOCH, "a", "s");
    assertThat(EventOrigin.program("server", start)).isFalse();
    assertThat(EventOrigin.capture(start)).isFalse();
    assertThat(EventOrigin.capture(returned("server"))).isFalse();
    assertThat(EventOrigin.program("server", new CaptureEnded(stamp(""), "finished"))).isFalse();
    assertThat(EventOrigin.capture(new CaptureEnded(stamp(""), "finished"))).isTrue();
  }
}
