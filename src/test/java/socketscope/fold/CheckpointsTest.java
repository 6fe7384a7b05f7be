package socketscope.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.diagram.Diagram;
import socketscope.diagram.DiagramBuilder;
import socketscope.diagram.RandomEvents;
import socketscope.event.Event;
import socketscope.explain.Sentences;
import socketscope.explain.Story;
import socketscope.infer.Inference;
import socketscope.state.StateFold;
import socketscope.status.Status;
import socketscope.status.StatusFold;
import socketscope.text.Language;
import socketscope.trace.TraceReader;

class CheckpointsTest {

  private final Checkpoints<DiagramBuilder> diagrams =
      new Checkpoints<>(DiagramBuilder::new, DiagramBuilder::copy, DiagramBuilder::add);
  private final Checkpoints<StatusFold> statuses =
      new Checkpoints<>(StatusFold::new, StatusFold::copy, StatusFold::add);
  private final Checkpoints<StateFold> states =
      new Checkpoints<>(StateFold::new, StateFold::copy, StateFold::add);
  private final Checkpoints<Story> stories = new Checkpoints<>(Story::new, Story::copy, Story::add);

  static Stream<Arguments> experiments() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/socketscope"))) {
      List<Arguments> recorded =
          files
              .filter(file -> file.toString().endsWith(".jsonl"))
              .sorted()
              .map(file -> Arguments.of(file.getFileName().toString(), events(file)))
              .toList();
      Stream<Arguments> random =
          IntStream.range(0, 6)
              .mapToObj(seed -> Arguments.of("random " + seed, new RandomEvents(seed).list(700)));
      return Stream.concat(recorded.stream(), random);
    }
  }

  private static List<Event> events(Path file) {
    try {
      return Inference.complete(TraceReader.read(file).events());
    } catch (Exception e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private void replace(List<Event> events, int same) {
    diagrams.replace(events, same);
    statuses.replace(events, same);
    states.replace(events, same);
    stories.replace(events, same);
  }

  private void isAsFoldedAnew(List<Event> events, int count) {
    List<Event> first = events.subList(0, count);
    assertThat(diagrams.at(count).build()).as("diagram of %d", count).isEqualTo(Diagram.of(first));
    assertThat(statuses.at(count).status()).as("status of %d", count).isEqualTo(Status.of(first));
    assertThat(states.at(count).histories())
        .as("states of %d", count)
        .isEqualTo(StateFold.of(first));
    if (count > 0) {
      Sentences sentences = Sentences.of(Language.ENGLISH);
      Story story = stories.at(count);
      assertThat(sentences.happened(story, first.getLast()))
          .as("story of %d", count)
          .isEqualTo(sentences.happened(first));
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void everyBeginningIsAsFoldedAnew(String name, List<Event> events) {
    replace(events, 0);
    int step = Math.max(1, events.size() / 50);
    for (int i = 0; i <= events.size(); i += step) {
      isAsFoldedAnew(events, i);
    }
    for (int i = events.size(); i >= 0; i -= 2 * step) {
      isAsFoldedAnew(events, i);
    }
    Random anywhere = new Random(name.hashCode());
    for (int i = 0; i < 20; i++) {
      isAsFoldedAnew(events, anywhere.nextInt(events.size() + 1));
    }
  }

  @Test
  void whatComesLateIsFoldedWhereItBelongs() {
    List<Event> whole = new RandomEvents(3).list(900);
    List<Event> lacking = new ArrayList<>(whole);
    lacking.subList(640, 650).clear();
    replace(lacking, 0);
    isAsFoldedAnew(lacking, lacking.size());

    replace(whole, 640);

    isAsFoldedAnew(whole, whole.size());
    isAsFoldedAnew(whole, 645);
    isAsFoldedAnew(whole, 10);
  }

  @Test
  void aStepBackFoldsFewEventsHoweverManyThereAre() {
    List<Event> events = new ArrayList<>(new RandomEvents(1).list(400));
    List<Event> many = new ArrayList<>();
    while (many.size() < 40_000) {
      many.addAll(events);
    }
    int[] folded = new int[1];
    Checkpoints<int[]> counts =
        new Checkpoints<>(
            () -> new int[1],
            int[]::clone,
            (fold, _) -> {
              fold[0]++;
              folded[0]++;
            });
    counts.replace(many, 0);
    assertThat(counts.at(many.size())[0]).isEqualTo(many.size());

    folded[0] = 0;
    for (int back = 1; back <= 1000; back++) {
      assertThat(counts.at(many.size() - back)[0]).isEqualTo(many.size() - back);
    }

    assertThat(folded[0] / 1000).as("events a step").isLessThan(80);
  }
}
