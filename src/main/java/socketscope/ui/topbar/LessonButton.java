package socketscope.ui.topbar;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;
import socketscope.lesson.Chapter;
import socketscope.lesson.Lesson;
import socketscope.lesson.Lessons;
import socketscope.lesson.ShippedLesson;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.model.Bench;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.Plan;
import socketscope.ui.wording.Words;

/** Shows the lesson, and opens a menu of all that there are, by chapters. */
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
    addEventHandler(ON_SHOWING, _ -> fill());
  }

  private void refresh() {
    Plan plan = bench.planProperty().get();
    setText(plan.lesson() == null ? words.get("lesson.free") : title(plan));
    // The lessons are read when somebody wants to see them; without an item no menu opens.
    getItems().setAll(new MenuItem(words.get("lesson.free")));
  }

  /** A lesson that comes with the application is named in the language of the moment. */
  private @Nullable String title(Plan plan) {
    Lesson lesson = plan.lessonIn(words.language());
    return lesson == null ? plan.lessonName() : lesson.title();
  }

  private void fill() {
    Plan plan = bench.planProperty().get();
    ToggleGroup group = new ToggleGroup();
    List<MenuItem> items = new ArrayList<>();
    items.add(free(plan, group));
    items.add(new SeparatorMenuItem());
    for (Chapter chapter : Lessons.chapters(words.language())) {
      items.add(chapter(chapter, plan, group));
    }
    items.add(new SeparatorMenuItem());
    MenuItem open = new MenuItem(words.get(Command.OPEN_LESSON.key()));
    open.setOnAction(_ -> commands.run(Command.OPEN_LESSON));
    items.add(open);
    getItems().setAll(items);
  }

  private MenuItem free(Plan plan, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(words.get("lesson.free"));
    item.setToggleGroup(group);
    item.setSelected(plan.lesson() == null);
    item.setOnAction(_ -> chooser.free());
    return item;
  }

  private Menu chapter(Chapter chapter, Plan plan, ToggleGroup group) {
    Menu menu = new Menu(chapter.title());
    menu.setId("chapter-" + chapter.id());
    for (ShippedLesson lesson : chapter.lessons()) {
      RadioMenuItem item = item(lesson);
      item.setToggleGroup(group);
      item.setSelected(lesson.id().equals(plan.lessonName()));
      menu.getItems().add(item);
    }
    return menu;
  }

  private RadioMenuItem item(ShippedLesson shipped) {
    RadioMenuItem item = new RadioMenuItem(null, new LessonSummary(shipped.lesson()));
    item.setId("lesson-" + shipped.id());
    item.setOnAction(_ -> chooser.shipped(shipped.id(), words.language()));
    return item;
  }
}
