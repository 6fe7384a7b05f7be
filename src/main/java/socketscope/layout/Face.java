package socketscope.layout;

import java.util.Arrays;

/** How a text is set. */
public enum Face {
  /** A participant's name at the top. */
  NAME(false, true, 13.5),
  /** What a lifeline is, below the name. */
  KIND(false, false, 11.5),
  /** A remark. */
  CAPTION(false, false, 10),
  /** What is written at an arrow. */
  LABEL(true, false, 11.5),
  /** A time, a state. */
  SMALL(true, false, 10.5),
  /** The word that a caption is about, a tag. */
  STRONG(true, true, 11);

  /** The size of the smallest of them. */
  public static final double SMALLEST =
      Arrays.stream(values()).mapToDouble(Face::size).min().orElseThrow();

  private final boolean monospaced;
  private final boolean bold;
  private final double size;

  Face(boolean monospaced, boolean bold, double size) {
    this.monospaced = monospaced;
    this.bold = bold;
    this.size = size;
  }

  /** Whether all its characters are of one width. */
  public boolean monospaced() {
    return monospaced;
  }

  /** Whether it is bold. */
  public boolean bold() {
    return bold;
  }

  /** Its size in pixels where the text scale is 1. */
  public double size() {
    return size;
  }
}
