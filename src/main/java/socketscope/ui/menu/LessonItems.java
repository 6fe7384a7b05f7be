package socketscope.ui.menu;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import socketscope.lesson.Chapter;
import socketscope.lesson.Chapter.ShippedLesson;
import socketscope.lesson.Lessons;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Plan;
import socketscope.ui.wording.Words;

/** The lessons that come with the application, by chapters, as items of a menu. */
public final class LessonItems {

  private final ExperimentController controller;
  private final Chooser chooser;
  private final Words words;
  private final Mnemonics mnemonics;

  /** Items that have the chooser begin a lesson. */
  public LessonItems(ExperimentController controller, Chooser chooser, Words words) {
    this.controller = controller;
    this.chooser = chooser;
    this.words = words;
    this.mnemonics = new Mnemonics(words);
  }

  /** The items, with the lesson marked that is played. */
  public List<MenuItem> items() {
    Plan plan = controller.planProperty().get();
    ToggleGroup group = new ToggleGroup();
    List<MenuItem> items = new ArrayList<>();
    items.add(free(plan, group));
    items.add(new SeparatorMenuItem());
    for (Chapter chapter : Lessons.chapters(words.language())) {
      items.add(chapter(chapter, plan, group));
    }
    return items;
  }

  private MenuItem free(Plan plan, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(mnemonics.name("lesson.free"));
    item.setToggleGroup(group);
    item.setSelected(plan.lesson() == null);
    item.setOnAction(_ -> chooser.free());
    return item;
  }

  private Menu chapter(Chapter chapter, Plan plan, ToggleGroup group) {
    Menu menu = new Menu(mnemonics.name(chapter.title(), "chapter." + chapter.id()));
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
