package socketscope.ui.pane;

import java.util.List;
import java.util.Map;

/**
 * Something that can be chosen for an argument, in place of typing it.
 *
 * @param shown how it is written
 * @param about the key of what it is, in a few words; empty for none
 * @param said in place of a key, what it is; empty for none
 * @param texts what comes into which field, by the name of its parameter
 * @param way how it comes there
 */
record Choice(String shown, String about, String said, Map<String, String> texts, Way way) {

  /** How a choice changes a field. */
  enum Way {
    /** It takes the place of what stood there. */
    REPLACES,
    /** It is joined to the other flags by a bar, or taken out again. */
    JOINS,
    /** It comes behind the argument, as the ones that may be missing do. */
    FOLLOWS,
    /** The user picks a file first. */
    PICKS_FILE
  }

  /** One field gets just what is shown. */
  static Choice of(String parameter, String text, String about) {
    return new Choice(text, about, "", Map.of(parameter, text), Way.REPLACES);
  }

  /** A flag. */
  static Choice flag(String parameter, String text) {
    return new Choice(text, "choice." + text, "", Map.of(parameter, text), Way.JOINS);
  }

  /**
   * Choices that belong together.
   *
   * @param key the key of its heading; empty for none
   */
  record ChoiceGroup(String key, List<Choice> choices) {

    ChoiceGroup {
      choices = List.copyOf(choices);
    }
  }
}
