package socketscope.ui.inspector;

import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.event.Event;
import socketscope.event.Origin;
import socketscope.explain.Transcript;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.wording.Words;

/** The whole experiment as text, with the line of the current event marked. */
final class TranscriptTab extends StackPane {

  /** A field of text with more lines than these events have is slow. */
  private static final int AROUND = 1000;

  private final Words words;
  private final TextArea text = new TextArea();
  private final Label part = new Label();

  TranscriptTab(Commands commands, Words words) {
    this.words = words;
    getStyleClass().add("transcript");
    text.setEditable(false);
    text.setId("transcript");
    text.getStyleClass().add("code");
    words.name(text, "inspector.transcript");
    Button copy = new Button(null, new FontIcon(Feather.COPY));
    copy.getStyleClass().add("copy-button");
    copy.setOnAction(_ -> commands.run(Command.COPY_TRANSCRIPT));
    words.label(copy, "inspector.copy");
    StackPane.setAlignment(copy, Pos.TOP_RIGHT);
    part.getStyleClass().add("prose");
    part.managedProperty().bind(part.visibleProperty());
    VBox.setVgrow(text, Priority.ALWAYS);
    getChildren().addAll(new VBox(part, text), copy);
  }

  /** The transcript of those events. */
  static String of(List<Event> events, Words words) {
    return String.join("\n", transcript(words).lines(events)) + "\n";
  }

  private static Transcript transcript(Words words) {
    return Transcript.of(words.language(), ZoneId.systemDefault());
  }

  /**
   * Shows the transcript of those events; of very many, what is around the current one.
   *
   * @param current the first of them, up to the current one
   */
  void show(List<Event> events, List<Event> current) {
    boolean all = events.size() <= 2 * AROUND;
    int from = all ? 0 : Math.max(0, current.size() - AROUND);
    int to = all ? events.size() : Math.min(events.size(), from + 2 * AROUND);
    part.setVisible(!all);
    part.setText(words.get("transcript.part", from + 1, to, events.size()));
    OptionalLong origin = Origin.of(events);
    Transcript transcript = transcript(words);
    List<String> lines = transcript.lines(events.subList(0, to), from, origin);
    text.setText(String.join("\n", lines) + "\n");
    if (current.isEmpty()) {
      return;
    }
    List<Event> earlier = current.subList(0, current.size() - 1);
    int before = common(lines, transcript.lines(earlier, from, origin));
    int with = common(lines, transcript.lines(current, from, origin));
    text.selectRange(offset(lines, with), offset(lines, before));
  }

  /** How many lines they begin with in common; a transcript may end with a summary. */
  private static int common(List<String> lines, List<String> others) {
    int same = 0;
    while (same < Math.min(lines.size(), others.size())
        && lines.get(same).equals(others.get(same))) {
      same++;
    }
    return same;
  }

  private static int offset(List<String> lines, int count) {
    return lines.subList(0, count).stream().mapToInt(line -> line.length() + 1).sum();
  }
}
