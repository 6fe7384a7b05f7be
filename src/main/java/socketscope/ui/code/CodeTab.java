package socketscope.ui.code;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.code.Code;
import socketscope.code.Program;
import socketscope.code.ProgramLanguage;
import socketscope.event.CallEvent;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.event.StepChecked;
import socketscope.export.CodeWords;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.wording.Words;

/** The whole experiment as programs, with the lines of the current call marked. */
public final class CodeTab extends StackPane {

  /** Nobody reads a program with more calls, and each takes lines of its own. */
  private static final long MOST_CALLS = 2000;

  private final ObjectProperty<ProgramLanguage> language;
  private final Words words;
  private final ComboBox<ProgramLanguage> languages = new ComboBox<>();
  private final ComboBox<String> names = new ComboBox<>();
  private final SourceView source;
  private final Label nothing = new Label();
  private final HBox content = new HBox();
  private List<Program> programs = List.of();
  private List<Event> written = List.of();
  private @Nullable Language writtenIn;
  private long currentId = Program.NO_CALL;

  /**
   * A tab without a program.
   *
   * @param language what the programs are written in
   */
  public CodeTab(ObjectProperty<ProgramLanguage> language, Commands commands, Words words) {
    this.language = language;
    this.words = words;
    this.source = new SourceView(words);
    getStyleClass().add("code-tab");
    nothing.getStyleClass().add("nothing");
    nothing.setWrapText(true);
    StackPane.setAlignment(nothing, Pos.TOP_LEFT);
    languages.setId("code-language");
    languages.getItems().setAll(ProgramLanguage.values());
    languages.setConverter(titles());
    languages.valueProperty().bindBidirectional(language);
    languages.valueProperty().addListener((_, _, _) -> write());
    words.tip(languages, "code.language");
    names.setId("code-program");
    names.valueProperty().addListener((_, _, _) -> showSource());
    words.tip(names, "code.program");
    VBox choices =
        new VBox(
            languages,
            names,
            button("code-copy", Feather.COPY, "inspector.copy", Command.COPY_CODE, commands),
            button("code-save", Feather.SAVE, "code.save", Command.SAVE_CODE, commands));
    choices.getStyleClass().add("code-choices");
    choices
        .getChildren()
        .forEach(child -> ((javafx.scene.layout.Region) child).setMaxWidth(Double.MAX_VALUE));
    HBox.setHgrow(source, Priority.ALWAYS);
    source.setMinWidth(0);
    content.getStyleClass().add("code-content");
    content.getChildren().addAll(choices, source);
    getChildren().setAll(nothing);
  }

  private Button button(String id, Feather icon, String key, Command command, Commands commands) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.setOnAction(_ -> commands.run(command));
    return words.label(button, key);
  }

  private static StringConverter<ProgramLanguage> titles() {
    return new StringConverter<>() {
      @Override
      public String toString(ProgramLanguage value) {
        return value == null ? "" : value.title();
      }

      @Override
      public @Nullable ProgramLanguage fromString(String text) {
        return null;
      }
    };
  }

  /**
   * Shows the programs of an experiment.
   *
   * @param all its events
   * @param current the first of them, up to the current one
   */
  public void show(List<Event> all, List<Event> current) {
    currentId = lastCall(current);
    if (all.size() != written.size() || !all.equals(written) || words.language() != writtenIn) {
      written = all;
      write();
    } else {
      follow();
    }
  }

  private static long lastCall(List<Event> current) {
    for (Event event : current.reversed()) {
      if (event instanceof CallEvent call) {
        return call.callId();
      }
      if (event instanceof StepChecked checked) {
        return checked.callId();
      }
    }
    return Program.NO_CALL;
  }

  private void write() {
    writtenIn = words.language();
    long calls = written.stream().filter(CallStarted.class::isInstance).count();
    List<String> unwritten = Code.unwritten(written);
    programs =
        calls > MOST_CALLS || !unwritten.isEmpty()
            ? List.of()
            : Code.of(written, language.get(), CodeWords.in(words.language()));
    nothing.setText(
        calls > MOST_CALLS
            ? words.get("code.too-long", calls, MOST_CALLS)
            : unwritten.isEmpty()
                ? words.get(packetsOnly(calls) ? "code.packets-only" : "code.nothing")
                : words.get("code.unwritten", String.join(", ", unwritten)));
    getChildren().setAll(programs.isEmpty() ? nothing : content);
    List<String> files = programs.stream().map(Program::fileName).toList();
    if (!names.getItems().equals(files)) {
      int place = Math.max(0, names.getSelectionModel().getSelectedIndex());
      names.setItems(FXCollections.observableArrayList(files));
      names.getSelectionModel().select(Math.min(place, files.size() - 1));
    }
    follow();
  }

  private boolean packetsOnly(long calls) {
    return calls == 0 && written.stream().anyMatch(PacketSeen.class::isInstance);
  }

  /** Brings forward the program that made the call. */
  private void follow() {
    programs.stream()
        .filter(program -> !program.linesOf(currentId).isEmpty())
        .findFirst()
        .ifPresent(program -> names.setValue(program.fileName()));
    showSource();
  }

  private void showSource() {
    program().ifPresent(program -> source.show(program, currentId));
  }

  /** The program that is shown. */
  public Optional<Program> program() {
    return programs.stream()
        .filter(program -> program.fileName().equals(names.getValue()))
        .findFirst();
  }
}
