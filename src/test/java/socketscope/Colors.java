package socketscope;

/** How eyes see colours, written as 0xrrggbb. */
public final class Colors {

  /** Eyes that lack one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
  public enum Eyes {
    USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998),
    DEUTERANOPIA(
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900);

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes into it
    private final double[] matrix;

    Eyes(double... matrix) {
      this.matrix = matrix;
    }

    /** Its lightness to these eyes: L* of CIE 1976, from 0 to 100. */
    public double lightness(int rgb) {
      double y = 0.2126 * seen(0, rgb) + 0.7152 * seen(1, rgb) + 0.0722 * seen(2, rgb);
      return y <= 216.0 / 24389 ? y * 24389 / 27 : 116 * Math.cbrt(y) - 16;
    }

    private double seen(int row, int rgb) {
      double part =
          matrix[3 * row] * linear(rgb >> 16 & 255)
              + matrix[3 * row + 1] * linear(rgb >> 8 & 255)
              + matrix[3 * row + 2] * linear(rgb & 255);
      return Math.clamp(part, 0, 1);
    }
  }

  private Colors() {}

  /** WCAG 2.2, definition of contrast ratio. */
  public static double contrast(int one, int other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
