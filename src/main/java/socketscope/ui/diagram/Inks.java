package socketscope.ui.diagram;

import javafx.scene.shape.Shape;
import socketscope.layout.Ink;

/** Gives shapes the style classes by which diagram.css colours them. */
final class Inks {

  private Inks() {}

  static void fill(Shape shape, Ink ink) {
    shape.getStyleClass().add("fill-" + ink.token());
  }

  static void stroke(Shape shape, Ink ink) {
    shape.getStyleClass().add("stroke-" + ink.token());
  }
}
