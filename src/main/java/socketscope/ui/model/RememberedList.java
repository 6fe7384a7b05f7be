package socketscope.ui.model;

import java.util.List;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.IntStream;

/**
 * A list of texts among what is remembered: a node of its own, since a value has a greatest length.
 */
final class RememberedList {

  private RememberedList() {}

  /** The list of that name; empty where none was remembered. */
  static List<String> get(Preferences store, String name) {
    Preferences node = store.node(name);
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> node.get(String.valueOf(i), ""))
        .takeWhile(text -> !text.isEmpty())
        .toList();
  }

  /** Remembers it, except for texts that are too long to be. */
  static void put(Preferences store, String name, List<String> texts) {
    Preferences node = store.node(name);
    try {
      node.clear();
      List<String> kept =
          texts.stream().filter(text -> text.length() <= Preferences.MAX_VALUE_LENGTH).toList();
      for (int i = 0; i < kept.size(); i++) {
        node.put(String.valueOf(i), kept.get(i));
      }
    } catch (BackingStoreException e) {
      // Then there is nothing to remember it in.
    }
  }
}
