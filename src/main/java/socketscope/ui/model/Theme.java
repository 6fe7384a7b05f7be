package socketscope.ui.model;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** The looks that the window can have. A theme redefines colour tokens and nothing else. */
public enum Theme {
  DARK(new PrimerDark()),
  LIGHT(new PrimerLight());

  @SuppressWarnings("ImmutableEnumChecker") // AtlantaFX's themes hold names only
  private final atlantafx.base.theme.Theme base;

  Theme(atlantafx.base.theme.Theme base) {
    this.base = base;
  }

  /** The style sheet of the controls. */
  public String baseStyleSheet() {
    return base.getUserAgentStylesheet();
  }

  /** The style class of the window's root that its tokens are defined for. */
  public String styleClass() {
    return this == DARK ? "dark-theme" : "light-theme";
  }

  /** The other one. */
  public Theme other() {
    return this == DARK ? LIGHT : DARK;
  }
}
