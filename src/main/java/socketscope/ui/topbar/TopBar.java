package socketscope.ui.topbar;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.lesson.Family;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.model.Bench;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.Exchange;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Playback;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.model.Theme;
import socketscope.ui.wording.Words;

/** The bar at the top of the window. */
public final class TopBar extends HBox {

  private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

  /** In a narrower window the title alone says whose it is. */
  private static final double ROOM_FOR_BRAND = 1180;

  private final Words words;
  private final Commands commands;

  /** The bar of a window. */
  public TopBar(
      Recording recording,
      Bench bench,
      Chooser chooser,
      Playback playback,
      Settings settings,
      Commands commands,
      Words words) {
    this.words = words;
    this.commands = commands;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label brand = new Label("Socketscope");
    brand.getStyleClass().add("brand");
    brand.setMinWidth(USE_PREF_SIZE);
    brand.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(ROOM_FOR_BRAND));
    brand.managedProperty().bind(brand.visibleProperty());
    ChoiceButton<Exchange> exchange =
        new ChoiceButton<>(
            words,
            "top.exchange",
            List.of(Exchange.values()),
            choice -> words.get("exchange." + choice),
            chooser::exchange);
    exchange.setId("exchange");
    ChoiceButton<Family> family =
        new ChoiceButton<>(
            words,
            "top.family",
            List.of(Family.values()),
            choice -> words.get("family." + choice),
            chooser::family);
    family.setId("family");
    showPlan(bench, exchange, family);
    LessonButton lesson = new LessonButton(bench, chooser, commands, words);
    lesson.setMaxWidth(240);
    getChildren()
        .addAll(
            brand,
            exchange,
            family,
            lesson,
            space(),
            new TransportBar(recording, bench, playback, commands, words),
            speed(settings),
            space(),
            new CaptureBadge(recording, bench, words),
            new LanguageSwitch(
                settings.languageProperty(), words, () -> commands.run(Command.LANGUAGE)),
            themeButton(settings),
            new MainMenu(bench, settings, commands, words));
  }

  private static void showPlan(
      Bench bench, ChoiceButton<Exchange> exchange, ChoiceButton<Family> family) {
    bench
        .planProperty()
        .addListener((_, _, plan) -> {
          exchange.show(plan.exchange());
          family.show(plan.family());
        });
    Plan plan = bench.planProperty().get();
    exchange.show(plan.exchange());
    family.show(plan.family());
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
