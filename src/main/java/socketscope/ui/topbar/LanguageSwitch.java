package socketscope.ui.topbar;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.wording.Words;

/** Spanish or English: one press goes to the other. */
final class LanguageSwitch extends Button {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Label spanish = new Label("ES");
  private final Label english = new Label("EN");

  LanguageSwitch(ObjectProperty<Language> language, Words words, Runnable change) {
    getStyleClass().add("language-switch");
    setId("language");
    setMinWidth(USE_PREF_SIZE);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    HBox both = new HBox(4, spanish, new Label("|"), english);
    setGraphic(both);
    setOnAction(_ -> change.run());
    words.tip(this, Command.LANGUAGE.key());
    language.addListener((_, _, now) -> show(now));
    show(language.get());
  }

  private void show(Language now) {
    spanish.pseudoClassStateChanged(CURRENT, now == Language.SPANISH);
    english.pseudoClassStateChanged(CURRENT, now == Language.ENGLISH);
  }
}
