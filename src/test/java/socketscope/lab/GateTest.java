package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import socketscope.UncaughtExceptions;

class GateTest {

  @RegisterExtension final UncaughtExceptions failures = new UncaughtExceptions();

  @Test
  void whatFailsLetsTheRestThrough() throws Exception {
    List<String> done = new ArrayList<>();
    Gate gate = new Gate();
    gate.pass(() -> done.add("first"));
    gate.pass(() -> {
      throw new IllegalStateException("broken");
    });
    gate.pass(() -> done.add("last"));
    gate.open();
    assertThat(done).containsExactly("first", "last");
    assertThat(failures.next()).hasMessage("broken");
  }
}
