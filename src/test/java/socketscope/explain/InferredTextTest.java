package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.event.Event;
import socketscope.event.PacketInferred;
import socketscope.infer.Inference;
import socketscope.infer.Unseen;
import socketscope.text.Language;

/** What is said of inferred packets; the approved texts are beside this class, to be read. */
class InferredTextTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyProofIsToldAsApproved(Language language) throws Exception {
    StringBuilder said = new StringBuilder();
    for (String trace : List.of("blocked", "refused", "unread-reset", "udp-refused")) {
      said.append("# ").append(trace).append("\n\n").append(told(trace, language));
    }
    assertThat(said.toString()).isEqualTo(approved("inferred_" + language.code() + ".txt"));
  }

  private static String told(String trace, Language language) throws Exception {
    Sentences sentences = Sentences.of(language);
    List<Event> events = Inference.complete(Unseen.trace(trace));
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof PacketInferred) {
        List<Event> until = events.subList(0, i + 1);
        said.append(sentences.line(until)).append('\n');
        sentences.happened(until).forEach(line -> said.append("    ").append(line).append('\n'));
      }
    }
    return said.append('\n').toString();
  }

  private static String approved(String name) throws IOException {
    try (InputStream in = InferredTextTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
