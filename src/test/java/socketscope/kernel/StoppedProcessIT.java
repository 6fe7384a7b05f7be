package socketscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems do not tell")
class StoppedProcessIT {

  @Test
  void aStoppedProcessIsKnownUntilItGoesOn() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    try {
      assertThat(StoppedProcess.is(process.pid())).isFalse();
      signal("-STOP", process);
      await(process, true);
      signal("-CONT", process);
      await(process, false);
    } finally {
      process.destroyForcibly();
    }
    process.waitFor();
    assertThat(StoppedProcess.is(process.pid())).isFalse();
  }

  private static void signal(String signal, Process process) throws Exception {
    new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
  }

  private static void await(Process process, boolean stopped) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (StoppedProcess.is(process.pid()) != stopped) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
