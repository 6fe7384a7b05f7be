package socketscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.kernel.SleepingThread.Sighting;

class SleepingThreadTest {

  @ParameterizedTest
  @CsvSource({
    "running, RUNNING",
    "-1 0x7ffe00 0x7f00, RUNNING",
    "43 0x7 0x7f00 0x7f01 0x0 0x0 0x0 0x7ffe 0x7f02, BLOCKED",
    "45 0x8 0x7f00 0x64 0x0 0x0 0x0 0x7ffe 0x7f02, RUNNING",
    "202 0x7f00 0x80 0x0, RUNNING",
    "'', RUNNING"
  })
  void onlyTheCallOnTheDescriptorCountsAsBlocked(String syscall, Sighting expected) {
    assertThat(SleepingThread.fromSyscall(syscall, 0, 7)).isEqualTo(expected);
  }

  @Test
  void callOnSeveralDescriptorsIsKnownByTheirNumber() {
    assertThat(SleepingThread.fromSyscall("7 0x7f00 0x2 0xffffffff 0x7ffe 0x7f02", 1, 2))
        .isEqualTo(Sighting.BLOCKED);
    assertThat(SleepingThread.fromSyscall("202 0x7f00 0x80 0x0", 1, 2)).isEqualTo(Sighting.RUNNING);
  }
}
