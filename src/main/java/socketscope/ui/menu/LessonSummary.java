package socketscope.ui.menu;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import socketscope.lesson.Lesson;

/** What a menu shows of a lesson: its title, and below it what it is about. */
final class LessonSummary extends VBox {

  /** In sizes of its text. */
  private static final double WIDTH = 29;

  private final Label title;

  LessonSummary(Lesson lesson) {
    title = new Label(lesson.title());
    title.getStyleClass().add("menu-name");
    Label summary = new Label(lesson.summary());
    summary.getStyleClass().addAll("menu-what", "lesson-summary");
    summary.setWrapText(true);
    getChildren().addAll(title, summary);
  }

  private double width() {
    return WIDTH * title.getFont().getSize();
  }

  @Override
  protected double computePrefWidth(double height) {
    return width();
  }

  /** A menu asks for the height without saying a width. */
  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(width());
  }
}
