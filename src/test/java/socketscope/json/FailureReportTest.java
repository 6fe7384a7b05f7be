package socketscope.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureReportTest {

  @Test
  void aReportIsOneLineAndReadAgain() {
    Thread thread = Thread.ofPlatform().name("client/1").unstarted(() -> {});
    FailureReport report = FailureReport.of(thread, new IllegalStateException("a \"b\"\nc"));
    assertThat(report.trace()).contains("a \"b\"\nc", "\tat ");
    assertThat(report.toJson()).doesNotContain("\n");
    assertThat(FailureReport.parse(report.toJson())).contains(report);
  }

  @Test
  void anyOtherLineIsNone() {
    assertThat(FailureReport.parse("hello")).isEmpty();
    assertThat(FailureReport.parse("{\"request\":\"observe\"}")).isEmpty();
  }
}
