package socketscope.ui.diagram;

import java.util.List;
import java.util.function.Supplier;
import socketscope.diagram.Diagram;
import socketscope.export.DiagramWords;

/** Finds rows by their words, and reads them ahead where a search is about to begin. */
final class DiagramSearch {

  /** How many rows are read in one frame. */
  private static final int READ_AT_ONCE = 500;

  private final Supplier<Diagram> diagram;
  private final SearchPreparation preparation;
  private RowSearch search;

  DiagramSearch(Supplier<Diagram> diagram, DiagramWords words) {
    this.diagram = diagram;
    this.search = new RowSearch(words::sentence);
    this.preparation =
        new SearchPreparation(() -> search.prepare(this.diagram.get().rows(), READ_AT_ONCE));
  }

  /** Looks for other words from now on: those of another language. */
  void speak(DiagramWords words) {
    search = new RowSearch(words::sentence);
  }

  List<Integer> find(String someWords) {
    return search.find(diagram.get(), someWords);
  }

  void prepare() {
    preparation.start();
  }
}
