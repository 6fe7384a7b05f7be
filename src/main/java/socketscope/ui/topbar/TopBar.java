package socketscope.ui.topbar;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.lesson.Family;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Playback;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.model.Theme;
import socketscope.ui.model.UnixName;
import socketscope.ui.wording.Words;

/** The bar at the top of the window. */
public final class TopBar extends VBox {

  private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

  /** In a narrower window the title alone says whose it is, and the lesson has the room. */
  private static final double ROOM_FOR_BRAND = 1400;

  /** In a narrower window there is a picture in place of the word. */
  private static final double ROOM_FOR_PRESENT = 1400;

  /** In a narrower window there is a picture in place of the words. */
  private static final double ROOM_FOR_PLACE = 1560;

  private static final double ROOM_FOR_ONE_LINE = 1060;

  /** In a narrower window the badge is its light alone; its tip says all of it anyway. */
  private static final double ROOM_FOR_BADGE = 600;

  /** In how many lines it stands. */
  private enum Form {
    ONE_LINE,
    TWO_LINES,
    /** Only what goes to and fro in time: all else is in the menus, too. */
    TIME_ONLY
  }

  private final Words words;
  private final Commands commands;
  private final Pane what = line();
  private final Pane time = line();
  private final Pane state = line();
  private final Pane window = line();
  private final BooleanProperty low = new SimpleBooleanProperty();
  private @Nullable Form form;

  /** The bar of a window. */
  public TopBar(
      Recording recording,
      ExperimentController controller,
      Chooser chooser,
      Playback playback,
      Settings settings,
      Commands commands,
      Words words) {
    this.words = words;
    this.commands = commands;
    getStyleClass().add("top-bar");
    Label brand = new Label("Socketscope");
    brand.getStyleClass().add("brand");
    brand.setMinWidth(USE_PREF_SIZE);
    brand.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(ROOM_FOR_BRAND));
    brand.managedProperty().bind(brand.visibleProperty());
    ExchangeButton exchange = new ExchangeButton(words, chooser::exchange);
    ChoiceButton<Family> family =
        new ChoiceButton<>(
            words,
            "top.family",
            List.of(Family.values()),
            choice -> words.get("family." + choice),
            chooser::family);
    family.setId("family");
    ChoiceButton<UnixName> unixName =
        new ChoiceButton<>(
            words,
            "top.unix-name",
            List.of(UnixName.values()),
            choice -> words.get("unix-name." + choice),
            chooser::unixName);
    unixName.setId("unix-name");
    controller
        .planProperty()
        .subscribe(plan -> {
          exchange.show(plan.exchange());
          family.show(plan.family());
          unixName.show(plan.unixName());
          useOne(plan.exchange().overIp() ? family : unixName, family, unixName);
        });
    LessonButton lesson = new LessonButton(controller, chooser, commands, words);
    lesson.setMaxWidth(240);
    what.getChildren().addAll(brand, exchange, family, unixName, lesson);
    time.getChildren()
        .addAll(
            new TransportBar(recording, controller, playback, commands, words), speed(settings));
    CaptureBadge badge = new CaptureBadge(recording, controller, words);
    badge
        .contentDisplayProperty()
        .bind(
            Bindings.when(widthProperty().lessThan(ROOM_FOR_BADGE))
                .then(ContentDisplay.GRAPHIC_ONLY)
                .otherwise(ContentDisplay.LEFT));
    PlaceButton place =
        new PlaceButton(recording, controller, commands, words, widthProperty(), ROOM_FOR_PLACE);
    state.getChildren().addAll(place, badge);
    window
        .getChildren()
        .addAll(
            present(),
            new LanguageSwitch(
                settings.languageProperty(), words, () -> commands.run(Command.LANGUAGE)),
            themeButton(settings));
    widthProperty().addListener(_ -> arrange());
    low.addListener(_ -> arrange());
    arrange();
  }

  /** Whether the window is so low that one line must do. */
  public BooleanProperty lowProperty() {
    return low;
  }

  /** One line where there is room for it; else two, with what goes to and fro in the second. */
  private void arrange() {
    boolean wide = getWidth() <= 0 || getWidth() >= ROOM_FOR_ONE_LINE;
    Form fitting = wide ? Form.ONE_LINE : low.get() ? Form.TIME_ONLY : Form.TWO_LINES;
    if (fitting == form) {
      return;
    }
    form = fitting;
    switch (fitting) {
      case ONE_LINE -> getChildren().setAll(line(what, space(), time, space(), state, window));
      case TWO_LINES ->
          getChildren().setAll(line(what, space(), window), line(time, space(), state));
      case TIME_ONLY -> getChildren().setAll(line(time, space(), state));
    }
  }

  private static Pane line(Node... parts) {
    HBox line = new HBox(parts);
    line.getStyleClass().add("top-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** Over AF_UNIX there is no version of IP to choose, but the kind of name. */
  private static void useOne(Node one, Node... all) {
    for (Node node : all) {
      node.setVisible(node.equals(one));
      node.setManaged(node.equals(one));
    }
  }

  private Node speed(Settings settings) {
    ChoiceButton<Double> speed =
        new ChoiceButton<>(
            words,
            "top.speed",
            SPEEDS,
            TopBar::times,
            choice -> settings.speedProperty().set(choice));
    speed.setId("speed");
    settings.speedProperty().addListener((_, _, now) -> speed.show(now.doubleValue()));
    speed.show(settings.speedProperty().get());
    return speed;
  }

  private static String times(double speed) {
    return speed == Math.rint(speed) ? (int) speed + "×" : speed + "×";
  }

  private Node present() {
    Button button = words.label(new Button(), "top.present");
    Label keys = new Label(Command.PRESENT.keys().orElseThrow().getDisplayText());
    keys.getStyleClass().add("key-hint");
    FontIcon icon = new FontIcon(Feather.MONITOR);
    button
        .graphicProperty()
        .bind(Bindings.createObjectBinding(() -> wide() ? keys : icon, widthProperty()));
    button
        .contentDisplayProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> wide() ? ContentDisplay.RIGHT : ContentDisplay.GRAPHIC_ONLY,
                widthProperty()));
    button.setId("present");
    button.setOnAction(_ -> commands.run(Command.PRESENT));
    button.setMinWidth(USE_PREF_SIZE);
    return words.tip(button, Command.PRESENT.key());
  }

  private boolean wide() {
    return getWidth() >= ROOM_FOR_PRESENT;
  }

  private Node themeButton(Settings settings) {
    FontIcon icon = new FontIcon();
    Button button = new Button(null, icon);
    button.setId("theme");
    button.getStyleClass().add("icon-button");
    button.setOnAction(_ -> commands.run(Command.THEME));
    button.setMinWidth(USE_PREF_SIZE);
    settings.themeProperty().addListener((_, _, theme) -> show(icon, theme));
    show(icon, settings.themeProperty().get());
    return words.tip(button, Command.THEME.key());
  }

  private static void show(FontIcon icon, Theme theme) {
    icon.setIconCode(
        switch (theme) {
          case DARK -> Feather.MOON;
          case LIGHT -> Feather.SUN;
          case HIGH_CONTRAST -> Feather.EYE;
        });
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
