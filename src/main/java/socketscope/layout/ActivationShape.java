package socketscope.layout;

import java.util.List;
import socketscope.diagram.Activation;

/** A call that takes more than one row, along its program's line, with what is said beside it. */
public record ActivationShape(Activation activation, Box box, List<Label> labels) {

  public ActivationShape {
    labels = List.copyOf(labels);
  }
}
