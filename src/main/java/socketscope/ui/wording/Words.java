package socketscope.ui.wording;

import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import socketscope.text.Language;
import socketscope.text.Texts;

/** The window's texts, of area {@code ui}, in the language that is chosen. */
public final class Words {

  private final ObservableValue<Language> language;
  private final ObservableValue<Texts> texts;

  /** The texts in that language, whichever it becomes. */
  public Words(ObservableValue<Language> language) {
    this.language = language;
    this.texts = language.map(chosen -> Texts.of("ui", chosen));
  }

  /** The language. */
  public Language language() {
    return language.getValue();
  }

  /** The texts, to be observed. */
  public ObservableValue<Texts> texts() {
    return texts;
  }

  /** The text of that key as it is now. */
  public String get(String key, Object... arguments) {
    return texts.getValue().get(key, arguments);
  }

  /** The text of that key for so many, which is its first argument; for one, that of KEY.one. */
  public String counted(String key, long count, Object... more) {
    Object[] arguments = Stream.concat(Stream.of(count), Stream.of(more)).toArray();
    return get(count == 1 ? key + ".one" : key, arguments);
  }

  /** A number with its thousands apart, as the language writes them: {@code 4,000,000}. */
  public String number(long number) {
    return String.format(language().locale(), "%,d", number);
  }

  /** The text of that key, to be observed. */
  public ObservableValue<String> text(String key, Object... arguments) {
    return texts.map(chosen -> chosen.get(key, arguments));
  }

  /** Keeps a property to the text of that key. */
  public void bind(Property<String> property, String key, Object... arguments) {
    property.bind(text(key, arguments));
  }

  /** Keeps a control's text to that key. */
  public <T extends Labeled> T label(T labeled, String key, Object... arguments) {
    bind(labeled.textProperty(), key, arguments);
    return labeled;
  }

  /** Keeps what is read aloud of a node to that key. */
  public <T extends Node> T name(T node, String key, Object... arguments) {
    bind(node.accessibleTextProperty(), key, arguments);
    return node;
  }

  /** Names a control without words, for the eye (as its tooltip) and for the ear. */
  public <T extends Control> T tip(T control, String key, Object... arguments) {
    Tooltip tooltip = new Tooltip();
    bind(tooltip.textProperty(), key, arguments);
    control.setTooltip(tooltip);
    return name(control, key, arguments);
  }

  /** Runs it now and at each change of language. */
  public void onChange(Runnable refresh) {
    texts.addListener((_, _, _) -> refresh.run());
    refresh.run();
  }
}
