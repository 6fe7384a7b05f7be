package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.diagram.Diagram;
import socketscope.diagram.EventScript;
import socketscope.diagram.Experiments;
import socketscope.diagram.RandomEvents;
import socketscope.event.Event;
import socketscope.text.Language;
import socketscope.trace.TraceReader;

/**
 * The approved diagrams are beside this class among the resources, to be read in review. Mermaid's
 * own parser takes them; what it takes of ours is written here as a small grammar:
 *
 * <pre>npm install mermaid jsdom; node -e '
 * const {JSDOM} = require("jsdom"); global.window = new JSDOM("").window;
 * global.document = window.document;
 * import("mermaid").then(m => m.default.parse(require("fs").readFileSync("FILE", "utf8")))
 *   .then(console.log)'</pre>
 */
class MermaidDiagramTest {

  private static final String TEXT = "((?:[^#;<>&%$`\\\\\\p{Cntrl}]|#\\d+;)+)";
  private static final String NAME = "([a-zA-Z][a-zA-Z0-9_]*)";
  private static final Pattern PARTICIPANT = Pattern.compile("participant " + NAME + " as " + TEXT);
  private static final Pattern MESSAGE =
      Pattern.compile(NAME + "(?:->>|-->>|-x|--x|-\\)|--\\))" + NAME + ": " + TEXT);
  private static final Pattern NOTE =
      Pattern.compile("Note over " + NAME + "(?:," + NAME + ")?: " + TEXT);
  private static final Pattern ACTIVATION = Pattern.compile("(de)?activate " + NAME);

  private static final DiagramWords ENGLISH = DiagramWords.in(Language.ENGLISH);

  private static String approved(String name) throws IOException {
    try (InputStream in = MermaidDiagramTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({"captured-tcp, false", "captured-refused, false", "captured-tcp, true"})
  void capturedPacketsAreDrawnAsApproved(String name, boolean folded) throws Exception {
    Path trace = Path.of(MermaidDiagramTest.class.getResource(name + ".jsonl").toURI());
    Diagram diagram = Diagram.of(TraceReader.read(trace).events());

    assertThat(MermaidDiagram.of(diagram, ENGLISH, name, folded))
        .isEqualTo(approved(name + (folded ? "-folded" : "") + ".mmd"));
  }

  @Test
  void aBlockedCallAndAKilledServerAreDrawnAsApproved() throws Exception {
    Diagram diagram = Diagram.of(Experiments.refusedAndKilled());

    assertThat(MermaidDiagram.of(diagram, DiagramWords.in(Language.SPANISH), "a; b", false))
        .isEqualTo(approved("refused-and-killed.mmd"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anyEventsGiveADiagramThatMermaidTakes(boolean folded) {
    for (int seed = 0; seed < 50; seed++) {
      Diagram diagram = Diagram.of(new RandomEvents(seed).list(120));
      check(MermaidDiagram.of(diagram, ENGLISH, "seed " + seed, folded));
    }
  }

  @Test
  void dataThatMeansSomethingToMermaidIsOnlyShown() {
    List<Event> events =
        new EventScript()
            .call("client#1", "send(5, \"#;<br>%%{}\\\\n$$x$$end`&amp;\", 0)", 9)
            .events();
    String drawn = MermaidDiagram.of(Diagram.of(events), ENGLISH, "", false);
    check(drawn);
    assertThat(drawn).contains("#35;#59;#60;br#62;#37;#37;");
  }

  @Test
  void nothingIsADiagramToo() {
    assertThat(MermaidDiagram.of(Diagram.EMPTY, ENGLISH, "", false)).isEqualTo("sequenceDiagram\n");
  }

  /** Every line is a statement; names are declared; what is deactivated was activated. */
  private static void check(String drawn) {
    List<String> lines = drawn.lines().map(String::strip).toList();
    assertThat(lines.getFirst()).isEqualTo("sequenceDiagram");
    Set<String> declared = new HashSet<>();
    Map<String, Integer> active = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      Matcher participant = PARTICIPANT.matcher(line);
      Matcher activation = ACTIVATION.matcher(line);
      if (participant.matches()) {
        assertThat(declared.add(participant.group(1))).as(line).isTrue();
      } else if (activation.matches()) {
        int change = activation.group(1) == null ? 1 : -1;
        int level = active.merge(activation.group(2), change, Integer::sum);
        assertThat(declared).contains(activation.group(2));
        assertThat(level).as(line).isNotNegative();
      } else if (!line.startsWith("title ")) {
        assertThat(declared).as(line).containsAll(namesOf(line));
      }
    }
    assertThat(active.values()).allMatch(level -> level == 0);
  }

  private static Set<String> namesOf(String line) {
    Matcher message = MESSAGE.matcher(line);
    Matcher note = NOTE.matcher(line);
    Set<String> names = new HashSet<>();
    if (message.matches()) {
      names.addAll(List.of(message.group(1), message.group(2)));
    } else {
      assertThat(line).matches(NOTE);
      assertThat(note.matches()).isTrue();
      names.add(note.group(1));
      names.add(note.group(2) == null ? note.group(1) : note.group(2));
    }
    return names;
  }
}
