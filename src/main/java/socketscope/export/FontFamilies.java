package socketscope.export;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The font families that pictures are set in, by preference; {@code fonts.properties} lists them.
 */
public record FontFamilies(List<String> monospaced, List<String> proportional) {

  /** The families of our pictures. */
  public static FontFamilies usual() {
    Properties properties = Resources.properties("fonts.properties");
    return new FontFamilies(
        list(properties.getProperty("monospaced")), list(properties.getProperty("proportional")));
  }

  private static List<String> list(String names) {
    return Stream.of(names.split(",")).map(String::strip).toList();
  }

  /** The first family that a machine has, of the kind that is wanted; else {@code otherwise}. */
  public String firstOf(Collection<String> available, boolean wantMonospaced, String otherwise) {
    List<String> known = available.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    return (wantMonospaced ? monospaced : proportional)
        .stream()
            .filter(name -> known.contains(name.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(otherwise);
  }
}
