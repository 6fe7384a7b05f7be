package socketscope.export;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import socketscope.layout.Ink;

/**
 * The colours of exported pictures, from {@code light.properties}, {@code dark.properties} and
 * {@code high_contrast.properties}.
 */
public enum Palette {
  LIGHT,
  DARK,
  HIGH_CONTRAST;

  /** A colour for every ink, written as {@code #rrggbb}. */
  public Map<Ink, String> colors() {
    Properties properties = Resources.properties(name().toLowerCase(Locale.ROOT) + ".properties");
    Map<Ink, String> colors = new EnumMap<>(Ink.class);
    for (Ink ink : Ink.values()) {
      colors.put(ink, Objects.requireNonNull(properties.getProperty(ink.token()), ink.token()));
    }
    return colors;
  }
}
