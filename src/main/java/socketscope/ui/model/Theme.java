package socketscope.ui.model;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The looks that the window can have. A theme redefines colour tokens and nothing else. */
public enum Theme {
  DARK(new PrimerDark(), "dark-theme"),
  LIGHT(new PrimerLight(), "light-theme"),
  /** For a bright room and for weak eyes: text at least 7 : 1 (WCAG 2.2, 1.4.6). */
  HIGH_CONTRAST(new PrimerDark(), "contrast-theme");

  @SuppressWarnings("ImmutableEnumChecker") // AtlantaFX's themes hold names only
  private final atlantafx.base.theme.Theme base;

  private final String styleClass;

  Theme(atlantafx.base.theme.Theme base, String styleClass) {
    this.base = base;
    this.styleClass = styleClass;
  }

  /** The style sheet of the controls. */
  public String baseStyleSheet() {
    return base.getUserAgentStylesheet();
  }

  /** The style class of the window's root that its tokens are defined for. */
  public String styleClass() {
    return styleClass;
  }

  /** The next one, and after the last the first. */
  public Theme next() {
    return switch (this) {
      case DARK -> LIGHT;
      case LIGHT -> HIGH_CONTRAST;
      case HIGH_CONTRAST -> DARK;
    };
  }

  /** The style classes of all of them. */
  public static List<String> styleClasses() {
    return Arrays.stream(values()).map(Theme::styleClass).toList();
  }

  /** The theme of that name. */
  static Optional<Theme> named(String name) {
    return Arrays.stream(values()).filter(theme -> theme.name().equals(name)).findFirst();
  }
}
