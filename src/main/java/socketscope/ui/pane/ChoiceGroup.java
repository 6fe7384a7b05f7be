package socketscope.ui.pane;

import java.util.List;

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
