package socketscope.ui.diagram;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.CallRow;
import socketscope.diagram.Diagram;
import socketscope.diagram.Filter;
import socketscope.diagram.PacketRow;
import socketscope.event.Event;
import socketscope.export.DiagramWords;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.LayoutOptions.Extent;
import socketscope.layout.Metrics;
import socketscope.layout.Picture;
import socketscope.text.Language;
import socketscope.text.Texts;

/**
 * The sequence diagram on the screen. It shows the events it is given, follows the newest of them
 * unless the user has scrolled up, and lets the rows be walked with the keys and read aloud.
 */
public final class DiagramView extends Region {

  private final ObjectProperty<@Nullable Event> selectedEvent = new SimpleObjectProperty<>();
  private final BooleanProperty folded = new SimpleBooleanProperty();
  private final DoubleProperty scale = new SimpleDoubleProperty(1);
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.NONE);
  private final BooleanProperty marksNewest = new SimpleBooleanProperty();

  private final Fonts fonts = new Fonts();
  private final ShownEvents shown = new ShownEvents();
  private final DiagramHeader header = new DiagramHeader(fonts);
  private final DiagramBody body = new DiagramBody(fonts);
  private final DiagramScroll scroll = new DiagramScroll(body, this::refresh);
  private final RowInput input = new RowInput(this);
  private DiagramWords words = DiagramWords.in(Language.ENGLISH);
  private final DiagramSearch search = new DiagramSearch(this::diagram, words);
  private Texts texts = Texts.of("diagram", Language.ENGLISH);
  private Metrics metrics = Metrics.screen(1);
  private @Nullable Node emptyState;
  private @Nullable Picture drawn;
  private int selectedRow = -1;
  private int followed = -1; // how many rows there were when the newest was brought into sight
  private boolean narrow;
  private boolean fresh;
  private boolean refreshing;

  /** How much of its way the last row has made, and its answer of the way back. */
  private double out = 1;

  private double back = 1;

  /** An empty diagram. */
  public DiagramView() {
    getStyleClass().add("diagram-view");
    getStylesheets()
        .add(DiagramView.class.getResource("/socketscope/ui/diagram/diagram.css").toExternalForm());
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setFocusTraversable(true);
    getChildren().addAll(scroll, header);
    listen();
    setTexts(texts);
  }

  private void listen() {
    folded.addListener(_ -> redraw());
    scale.addListener(_ -> redraw());
    filter.addListener(_ -> filterChanged());
    selectedEvent.addListener(_ -> selectionChanged());
    scroll.hvalueProperty().addListener(_ -> header.scrollTo(scroll.left()));
    addEventFilter(ScrollEvent.SCROLL, new WheelZoom(scale)::turned);
    addEventHandler(KeyEvent.KEY_PRESSED, input::keyPressed);
    body.addEventHandler(MouseEvent.MOUSE_PRESSED, input::pressed);
  }

  /** Shows these events, which are in the order of time, and no others. */
  public void show(List<Event> events) {
    show(events, Diagram.of(events));
  }

  /**
   * The same, with their diagram, which somebody has folded already.
   *
   * @param whole the diagram of just these events
   */
  public void show(List<Event> events, Diagram whole) {
    boolean sameExperiment = shown.show(events, whole);
    findSelection();
    fresh |= !sameExperiment;
    if (!sameExperiment) {
      scroll.scrollToEnd(); // where somebody had scrolled to was a place in another one
    }
    showEmptyState();
    refresh();
  }

  /**
   * Shows rows that are on their way, below those that are shown.
   *
   * @param coming the events that are shown, and those that the rows are about
   * @param arriving the diagram of those, in which they have brought nothing about
   * @param wayOut how much of their way is made, from 0 to 1
   * @param wayBack how much of the answer's way back is, where it is a call that returned at once
   */
  public void move(List<Event> coming, Diagram arriving, double wayOut, double wayBack) {
    shown.move(coming, arriving);
    out = wayOut;
    back = wayBack;
    showEmptyState();
    refresh();
  }

  /** The event whose row is marked; null for none. */
  public ObjectProperty<@Nullable Event> selectedEventProperty() {
    return selectedEvent;
  }

  /** Whether a program and its kernel share one line. */
  public BooleanProperty foldedProperty() {
    return folded;
  }

  /** The text scale, from 0.8 on; the wheel does not take it beyond 2.5. */
  public DoubleProperty scaleProperty() {
    return scale;
  }

  /** Whether the newest row is marked while no other one is. */
  public BooleanProperty marksNewestProperty() {
    return marksNewest;
  }

  /** Which rows are shown. */
  public ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  private void filterChanged() {
    shown.filter(filter.get());
    findSelection();
    fresh = true;
    showEmptyState();
    refresh();
  }

  /** How many rows the filter hides. */
  public int hidden() {
    return shown.hidden();
  }

  /** The places of the rows that have all of these words. */
  public List<Integer> find(String someWords) {
    return search.find(someWords);
  }

  /** Gets ready for a search: somebody is about to type words. */
  public void prepareToFind() {
    search.prepare();
  }

  /** The place of the marked row; -1 for none. */
  public int selectedRow() {
    return selectedRow;
  }

  /** The place of the row that is marked, be it because it is the newest; -1 for none. */
  public int markedRow() {
    return selectedRow < 0 && marksNewest.get() ? rows() - 1 : selectedRow;
  }

  /** The event that the row in that place is about. */
  public Event event(int row) {
    return diagram().rows().get(row).event();
  }

  /** How far below the top of this view a row ends. */
  public double bottomOf(int row) {
    return metrics.header() + metrics.top() + (row + 1) * metrics.row() - scroll.top();
  }

  /** How many rows are to be seen. */
  public int rows() {
    return diagram().rows().size();
  }

  /** Marks the row in that place, and scrolls to it. */
  public void select(int row) {
    selectedEvent.set(event(row));
  }

  /** How much of the rows is above what is in sight, in pixels. */
  public ReadOnlyDoubleProperty scrolledProperty() {
    return scroll.topProperty();
  }

  /** Scrolls to there, as far as there are rows. */
  public void scrollTo(double pixels) {
    scroll.scrollTo(pixels);
  }

  /** Leaves as little room as can be beside a folded picture, as for one of two diagrams. */
  public void setNarrow(boolean wanted) {
    narrow = wanted;
    redraw();
  }

  /** Whether a row says itself in words where the mouse rests on it; it does unless told not to. */
  public void setTips(boolean wanted) {
    body.setTips(wanted);
  }

  /** The sizes that it is drawn in. */
  public Metrics metrics() {
    return metrics;
  }

  /** Moves the mark by so many rows; from the newest one, where none is marked. */
  public void moveMark(int rows) {
    int last = diagram().rows().size() - 1;
    if (last >= 0) {
      select(Math.clamp((selectedRow < 0 ? last : selectedRow) + rows, 0, last));
    }
  }

  /** Scrolls to the marked row; to the newest one where none is, and follows it from now on. */
  public void showMark() {
    if (selectedRow < 0) {
      scroll.scrollToEnd();
    } else {
      selectionChanged();
    }
  }

  /** Whether four lifelines, or what there are of them, fit beside each other. */
  public boolean fitsUnfolded() {
    LayoutOptions unfolded = options(rows()).folded(false);
    return Layout.fits(diagram(), unfolded.wide(getWidth() - DiagramScroll.BAR));
  }

  /** Speaks with these texts, which are those of the area {@code diagram}. */
  public void setTexts(Texts newTexts) {
    texts = newTexts;
    words = new DiagramWords(newTexts);
    search.speak(words);
    body.setCounted(words::bytes);
    redraw();
  }

  /** What is shown in the middle as long as no call is shown. */
  public void setEmptyState(Node node) {
    if (emptyState != null) {
      getChildren().remove(emptyState);
    }
    emptyState = node;
    getChildren().add(node);
    showEmptyState();
    requestLayout();
  }

  private void showEmptyState() {
    if (emptyState != null) {
      emptyState.setVisible(
          diagram().rows().stream()
              .noneMatch(row -> row instanceof CallRow || row instanceof PacketRow));
    }
  }

  private Diagram diagram() {
    return shown.diagram();
  }

  private void redraw() {
    fresh = true;
    Metrics usual = Metrics.screen(Math.max(WheelZoom.LEAST, scale.get()));
    metrics = narrow && folded.get() ? usual.narrow() : usual;
    requestLayout();
    refresh();
  }

  /** Lays out and draws the rows in sight. */
  private void refresh() {
    if (refreshing || getWidth() <= 0 || body.closed()) {
      return;
    }
    refreshing = true;
    int rows = rows();
    scroll.contentHeight(metrics.top() + (rows + 1) * metrics.row());
    Picture picture = Layout.of(diagram(), options(rows));
    if (fresh || !picture.equals(drawn)) {
      body.draw(picture, words::sentence, fresh);
      header.draw(picture, fresh);
      header.scrollTo(scroll.left());
      drawn = picture;
      fresh = false;
    }
    if (rows > 0) {
      body.grow(rows - 1, shown.moving() ? out : 1, shown.moving() ? back : 1);
      body.grow(rows - 2, 1, 1);
    }
    if (rows != followed) {
      followed = rows;
      scroll.revealAcross(picture, rows - 1);
    }
    mark();
    refreshing = false;
  }

  private LayoutOptions options(int rows) {
    Extent extent = scroll.inSight(metrics, rows);
    return Layout.fitting(
        diagram(),
        new LayoutOptions(
            scroll.viewWidth(), folded.get(), extent, metrics, fonts::width, words, null));
  }

  private void findSelection() {
    Event event = selectedEvent.get();
    selectedRow = event == null ? -1 : diagram().rowOf(event);
  }

  private void selectionChanged() {
    findSelection();
    if (selectedRow >= 0) {
      double top = metrics.top() + selectedRow * metrics.row();
      scroll.reveal(selectedRow == 0 ? 0 : top, top + 1.3 * metrics.row());
      if (drawn != null) {
        scroll.revealAcross(drawn, selectedRow);
      }
    }
    mark();
  }

  private void mark() {
    int row = markedRow();
    body.select(row < rows() ? row : -1, metrics);
    notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    setAccessibleText(row < 0 ? texts.get("view.name") : words.sentence(diagram().rows().get(row)));
  }

  /** What is to be done for an event whose row is double-clicked, or chosen with Enter. */
  public void setOnJump(Consumer<Event> wanted) {
    input.setOnJump(wanted);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return ListAccess.knows(attribute)
        ? new ListAccess(rows(), markedRow(), body.rowNodes()).tell(attribute, parameters)
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /** How many rows are in sight, or nearly. */
  int page() {
    return Math.max(1, (int) (scroll.viewHeight() / metrics.row()) - 1);
  }

  /** The row at that height of the body, be there one or not. */
  int rowAt(double y) {
    return (int) Math.floor((y - metrics.top()) / metrics.row());
  }

  @Override
  protected void layoutChildren() {
    double top = metrics.header();
    header.resizeRelocate(0, 0, getWidth(), top);
    scroll.resizeRelocate(0, top, getWidth(), Math.max(0, getHeight() - top));
    scroll.layout();
    if (emptyState != null) {
      layoutInArea(emptyState, 0, top, getWidth(), getHeight() - top, 0, HPos.CENTER, VPos.CENTER);
    }
    refresh();
  }
}
