package socketscope.ui.topbar;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import socketscope.lesson.Lesson;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.menu.LessonItems;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Plan;
import socketscope.ui.wording.Words;

/** Shows the lesson, and opens a menu of all that there are, by chapters. */
final class LessonButton extends MenuButton {

  private final ExperimentController controller;
  private final LessonItems lessons;
  private final Commands commands;
  private final Words words;

  LessonButton(ExperimentController controller, Chooser chooser, Commands commands, Words words) {
    this.controller = controller;
    this.lessons = new LessonItems(controller, chooser, words);
    this.commands = commands;
    this.words = words;
    setId("lesson");
    getStyleClass().addAll("choice-button", "lesson-button");
    words.tip(this, "top.lesson");
    controller.planProperty().addListener((_, _, _) -> refresh());
    words.onChange(this::refresh);
    addEventHandler(ON_SHOWING, _ -> fill());
  }

  private void refresh() {
    Plan plan = controller.planProperty().get();
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
    List<MenuItem> items = new ArrayList<>(lessons.items());
    items.add(new SeparatorMenuItem());
    MenuItem open = new MenuItem(words.get(Command.OPEN_LESSON.key()));
    open.setOnAction(_ -> commands.run(Command.OPEN_LESSON));
    items.add(open);
    getItems().setAll(items);
  }
}
