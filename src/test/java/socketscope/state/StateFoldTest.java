package socketscope.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The approved histories are beside this class among the resources, to be read in review. */
class StateFoldTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refused",
        "half-close",
        "unread",
        "accept-queue",
        "crossing-fins",
        "self-connect",
        "ipv6",
        "udp",
        "pending-error",
        "aborted",
        "dissolved"
      })
  void theHistoriesAreAsApproved(String name) throws IOException {
    assertThat(SocketHistoryText.of(Recorded.events(name + ".jsonl")))
        .isEqualTo(Recorded.text(name + ".txt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refused",
        "half-close",
        "unread",
        "accept-queue",
        "crossing-fins",
        "pending-error",
        "aborted",
        "dissolved"
      })
  void withoutPacketsTheyAreAsApprovedToo(String name) throws IOException {
    assertThat(SocketHistoryText.of(Recorded.withoutPackets(name + ".jsonl")))
        .isEqualTo(Recorded.text(name + "-calls-only.txt"));
  }
}
