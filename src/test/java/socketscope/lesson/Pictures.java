package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import socketscope.diagram.Diagram;
import socketscope.diagram.DiagramBuilder;
import socketscope.event.Event;
import socketscope.export.DiagramWords;
import socketscope.fold.Checkpoints;
import socketscope.layout.Labels;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.Metrics;
import socketscope.status.CardsAndBands;
import socketscope.status.Status;
import socketscope.status.StatusFold;
import socketscope.text.Language;

/** What is drawn of an experiment. */
final class Pictures {

  private Pictures() {}

  /** Fails where a text lies upon another, or folding step by step gives another picture. */
  static void areDrawnWell(List<Event> events) {
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
