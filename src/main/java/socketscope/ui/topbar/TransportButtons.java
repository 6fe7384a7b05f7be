package socketscope.ui.topbar;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.wording.Words;

/** The buttons that go to and fro in time, with their keys in their tips. */
public final class TransportButtons {

  private final Commands commands;
  private final Words words;
  private final FontIcon playIcon = new FontIcon(Feather.PLAY);
  private final Button first;
  private final Button back;
  private final Button play;
  private final Button forward;
  private final Button last;

  /**
   * Buttons that give those commands.
   *
   * @param prefix what their identifiers begin with, before the command's name
   */
  public TransportButtons(String prefix, Commands commands, Words words) {
    this.commands = commands;
    this.words = words;
    first = button(prefix, Command.FIRST, new FontIcon(Feather.SKIP_BACK));
    back = button(prefix, Command.BACK, new FontIcon(Feather.CHEVRON_LEFT));
    play = button(prefix, Command.PLAY, playIcon);
    forward = button(prefix, Command.FORWARD, new FontIcon(Feather.CHEVRON_RIGHT));
    last = button(prefix, Command.LAST, new FontIcon(Feather.SKIP_FORWARD));
    play.getStyleClass().add("play-button");
  }

  private Button button(String prefix, Command command, FontIcon icon) {
    Button button = new Button(null, icon);
    button.getStyleClass().add("transport-button");
    button.setId(prefix + command.name());
    button.setTooltip(new Tooltip());
    button.setOnAction(_ -> commands.run(command));
    return button;
  }

  /** The buttons from left to right. */
  public List<Button> all() {
    return List.of(first, back, play, forward, last);
  }

  /**
   * Shows what makes sense now, in the language of now.
   *
   * @param started whether there is something to go back to
   * @param more whether there is something to go forward to
   * @param past whether less is shown than there is
   * @param playing whether it goes forward by itself
   */
  public void show(boolean started, boolean more, boolean past, boolean playing) {
    first.setDisable(!started);
    back.setDisable(!started);
    forward.setDisable(!more);
    last.setDisable(!past);
    playIcon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
    name(first, Command.FIRST.key(), Command.FIRST);
    name(back, Command.BACK.key(), Command.BACK);
    name(play, playing ? "command.pause" : Command.PLAY.key(), Command.PLAY);
    name(forward, Command.FORWARD.key(), Command.FORWARD);
    name(last, Command.LAST.key(), Command.LAST);
  }

  /** Whether there is anything to play. */
  public void enablePlay(boolean possible) {
    play.setDisable(!possible);
  }

  private void name(Button button, String key, Command command) {
    String name = words.get(key);
    button.setAccessibleText(name);
    String keys = command.keys().map(found -> "  " + found.getDisplayText()).orElse("");
    button.getTooltip().setText(name + keys);
  }
}
