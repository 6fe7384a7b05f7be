package socketscope.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortionTest {

  private static Optional<Portion> of(Function function, long value, String... texts)
      throws NotationException {
    return Portion.of(Call.parse(function, List.of(texts)), Result.of(value));
  }

  @Test
  void aSendOfWhichTheKernelTookTheBeginningIsAPart() throws Exception {
    assertThat(of(Function.SEND, 26, "5", "\"x\" * 40")).contains(new Portion(26, 40));
    assertThat(of(Function.WRITE, 40, "5", "\"x\" * 40")).isEmpty();
  }

  @Test
  void aReceiveThatFoundLessThanThereWasRoomForIsAPart() throws Exception {
    assertThat(of(Function.RECV, 3, "5", "1000")).contains(new Portion(3, 1000));
    assertThat(of(Function.RECVFROM, 0, "5", "1000")).as("the end of the stream").isEmpty();
    assertThat(of(Function.LISTEN, 0, "5", "1000")).as("no bytes").isEmpty();
  }
}
