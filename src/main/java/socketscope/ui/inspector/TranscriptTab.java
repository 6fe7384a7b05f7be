package socketscope.ui.inspector;

import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.event.Event;
import socketscope.explain.Transcript;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.wording.Words;

/** The whole experiment as text, with the line of the event that is spoken of marked. */
final class TranscriptTab extends StackPane {

  private final Words words;
  private final TextArea text = new TextArea();

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
    getChildren().addAll(text, copy);
  }

  /** The transcript of those events. */
  static String of(List<Event> events, Words words) {
    return String.join("\n", lines(events, words)) + "\n";
  }

  private static List<String> lines(List<Event> events, Words words) {
    return Transcript.of(words.language(), ZoneId.systemDefault()).lines(events);
  }

  /**
   * Shows the transcript of those events.
   *
   * @param spoken the first of them, up to the one that is spoken of
   */
  void show(List<Event> events, List<Event> spoken) {
    List<String> lines = lines(events, words);
    text.setText(String.join("\n", lines) + "\n");
    if (spoken.isEmpty()) {
      return;
    }
    int from = common(lines, lines(spoken.subList(0, spoken.size() - 1), words));
    int to = common(lines, lines(spoken, words));
    text.selectRange(offset(lines, to), offset(lines, from));
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
