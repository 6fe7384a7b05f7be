package socketscope.ui.menu;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import socketscope.lesson.Family;
import socketscope.text.Language;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.Exchange;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Theme;
import socketscope.ui.model.UnixName;
import socketscope.ui.wording.Words;

/** One of several, as items of a menu: what is tried, over what, how it looks. */
public final class ChoiceItems {

  private final Mnemonics mnemonics;

  /** Items with those words. */
  public ChoiceItems(Words words) {
    this.mnemonics = new Mnemonics(words);
  }

  /** TCP, UDP ... */
  public List<MenuItem> exchanges(ExperimentController controller, Chooser chooser) {
    return choices(
        Exchange.values(),
        controller.planProperty().get().exchange(),
        exchange -> "exchange." + exchange,
        chooser::exchange);
  }

  /** The versions of IP; over AF_UNIX, where there is none to choose, the kinds of names. */
  public List<MenuItem> families(ExperimentController controller, Chooser chooser) {
    Plan plan = controller.planProperty().get();
    return plan.exchange().overIp()
        ? choices(Family.values(), plan.family(), family -> "family." + family, chooser::family)
        : choices(
            UnixName.values(), plan.unixName(), name -> "unix-name." + name, chooser::unixName);
  }

  /** The themes. */
  public List<MenuItem> themes(Property<Theme> theme) {
    return choices(Theme.values(), theme.getValue(), each -> "theme." + each, theme::setValue);
  }

  /** The languages, each in its own words. */
  public List<MenuItem> languages(Property<Language> language) {
    return choices(
        Language.values(), language.getValue(), each -> "language." + each, language::setValue);
  }

  private <E> List<MenuItem> choices(
      E[] all, E current, Function<E, String> key, Consumer<E> choose) {
    ToggleGroup group = new ToggleGroup();
    Stream<MenuItem> items =
        Arrays.stream(all)
            .map(choice -> {
              RadioMenuItem item = new RadioMenuItem(mnemonics.name(key.apply(choice)));
              item.setId(String.valueOf(choice));
              item.setToggleGroup(group);
              item.setSelected(choice.equals(current));
              item.setOnAction(_ -> {
                if (!choice.equals(current)) {
                  choose.accept(choice);
                }
              });
              return item;
            });
    return items.toList();
  }
}
