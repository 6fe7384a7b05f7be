package socketscope.ui.model;

import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import socketscope.text.Language;

/**
 * What a window has that nobody has chosen anything for.
 *
 * @param asked the language that the command line asks for, for this window; it goes before what
 *     was remembered
 * @param theme as light or dark as the desktop
 * @param reducedMotion whether the desktop is to move nothing
 */
public record FirstLook(Optional<Language> asked, Theme theme, boolean reducedMotion) {

  /** Where the desktop says nothing. */
  public static final FirstLook USUAL = new FirstLook(Optional.empty(), Theme.DARK, false);

  /** As the desktop has it. To be asked on the JavaFX thread. */
  public static FirstLook ofDesktop(Optional<Language> asked) {
    Platform.Preferences desktop = Platform.getPreferences();
    Theme theme = desktop.getColorScheme() == ColorScheme.LIGHT ? Theme.LIGHT : Theme.DARK;
    return new FirstLook(asked, theme, desktop.isReducedMotion());
  }
}
