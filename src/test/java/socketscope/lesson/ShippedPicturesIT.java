package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.diagram.Diagram;
import socketscope.diagram.DiagramBuilder;
import socketscope.event.Event;
import socketscope.export.DiagramWords;
import socketscope.fold.Checkpoints;
import socketscope.infer.Inference;
import socketscope.lab.Experiment;
import socketscope.layout.Labels;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.Metrics;
import socketscope.status.CardsAndBands;
import socketscope.status.Status;
import socketscope.status.StatusFold;
import socketscope.text.Language;
import socketscope.trace.Trace;

/** What the shipped lessons draw, with real processes and the real kernel. */
class ShippedPicturesIT {

  static Stream<Arguments> shippedLessons() {
    return ShippedPlays.byTurns();
  }

  private static List<Event> played(String id, String how) throws Exception {
    Trace trace = new Trace();
    Lesson lesson = ShippedPlays.lesson(id, how);
    try (FreePorts ports = FreePorts.reserve(lesson.experiment());
        Experiment experiment = new Experiment(id)) {
      experiment.bus().subscribe("trace", trace::add);
      new Player(lesson, experiment, ports).playAll(_ -> {});
    }
    return Inference.complete(trace.events());
  }

  @ParameterizedTest
  @MethodSource("shippedLessons")
  void noTextLiesUponAnother(String id, String how) throws Exception {
    List<Event> events = played(id, how);

    Diagram diagram = Diagram.of(events);
    for (Language language : Language.values()) {
      DiagramWords words = DiagramWords.in(language);
      for (double width : List.of(765.0, 1100.0)) {
        LayoutOptions options = LayoutOptions.screen(width, words);
        Labels.areApart(Layout.of(diagram, options));
        Labels.areApart(Layout.of(diagram, options.folded(true)));
        Labels.areApart(Layout.of(diagram, options.sized(Metrics.screen(2.5))));
      }
    }
    everyBeginningIsAsFoldedAnew(events);
    CardsAndBands.agreeAtEveryMoment(events);
  }

  private static void everyBeginningIsAsFoldedAnew(List<Event> events) {
    Checkpoints<DiagramBuilder> diagrams =
        new Checkpoints<>(DiagramBuilder::new, DiagramBuilder::copy, DiagramBuilder::add);
    Checkpoints<StatusFold> statuses =
        new Checkpoints<>(StatusFold::new, StatusFold::copy, StatusFold::add);
    diagrams.replace(events, 0);
    statuses.replace(events, 0);
    int step = Math.max(1, events.size() / 60);
    for (int i = events.size(); i >= 0; i -= step) {
      List<Event> first = events.subList(0, i);
      assertThat(diagrams.at(i).build()).as("diagram of %d", i).isEqualTo(Diagram.of(first));
      assertThat(statuses.at(i).status()).as("status of %d", i).isEqualTo(Status.of(first));
    }
  }
}
