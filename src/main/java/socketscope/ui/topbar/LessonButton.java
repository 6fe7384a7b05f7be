package socketscope.ui.topbar;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;
import socketscope.lesson.Lessons;
import socketscope.lesson.ShippedLesson;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.model.Bench;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.Plan;
import socketscope.ui.wording.Words;

/** Shows the lesson, and opens a menu of all that there are. */
final class LessonButton extends MenuButton {

  private final Bench bench;
  private final Chooser chooser;
  private final Commands commands;
  private final Words words;

  LessonButton(Bench bench, Chooser chooser, Commands commands, Words words) {
    this.bench = bench;
    this.chooser = chooser;
    this.commands = commands;
    this.words = words;
    setId("lesson");
    getStyleClass().addAll("choice-button", "lesson-button");
    words.tip(this, "top.lesson");
    bench.planProperty().addListener((_, _, _) -> refresh());
    words.onChange(this::refresh);
  }

  private void refresh() {
    Plan plan = bench.planProperty().get();
    List<ShippedLesson> lessons = Lessons.all(words.language());
    ToggleGroup group = new ToggleGroup();
    List<MenuItem> items = new ArrayList<>();
    items.add(item(words.get("lesson.free"), plan.lesson() == null, group, chooser::free));
    for (ShippedLesson lesson : lessons) {
      items.add(
          item(
              lesson.lesson().title(),
              lesson.id().equals(plan.lessonName()),
              group,
              () -> chooser.shipped(lesson.id(), words.language())));
    }
    items.add(new SeparatorMenuItem());
    MenuItem open = new MenuItem(words.get(Command.OPEN_LESSON.key()));
    open.setOnAction(_ -> commands.run(Command.OPEN_LESSON));
    items.add(open);
    getItems().setAll(items);
    setText(
        plan.lesson() == null
            ? words.get("lesson.free")
            : words.get("lesson.named", title(plan, lessons)));
  }

  /** A lesson that comes with the application is named in the language of the moment. */
  private static @Nullable String title(Plan plan, List<ShippedLesson> lessons) {
    return lessons.stream()
        .filter(lesson -> lesson.id().equals(plan.lessonName()))
        .map(lesson -> lesson.lesson().title())
        .findFirst()
        .orElse(plan.lesson() == null ? plan.lessonName() : plan.lesson().title());
  }

  private static MenuItem item(String text, boolean selected, ToggleGroup group, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setToggleGroup(group);
    item.setSelected(selected);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
