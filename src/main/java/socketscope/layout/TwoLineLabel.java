package socketscope.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * What is written at a packet in two lines, where there is no room for one.
 *
 * @param head what it is, above the arrow: {@code SYN, ACK}
 * @param numbers what tells it from others of its kind, below the arrow, the fullest first: {@code
 *     seq=0 ack=1}, {@code seq=0}; none where it has none
 */
record TwoLineLabel(String head, List<String> numbers) {

  /** Parts a label such as {@code SYN, ACK seq=0 ack=1}. */
  static TwoLineLabel of(String label) {
    int first = label.indexOf('=');
    int end = first < 0 ? -1 : label.lastIndexOf(' ', first);
    return end < 1
        ? new TwoLineLabel(label, List.of())
        : new TwoLineLabel(label.substring(0, end), shorter(label.substring(end + 1)));
  }

  /** What is acknowledged is told by the next packet that way, too; the length by nothing else. */
  private static List<String> shorter(String numbers) {
    List<String> words = new ArrayList<>(List.of(numbers.split(" ")));
    List<String> all = new ArrayList<>(List.of(numbers));
    if (words.size() > 1 && words.removeIf(word -> word.startsWith("ack="))) {
      all.add(String.join(" ", words));
    }
    all.add(words.getLast());
    return all.stream().distinct().toList();
  }
}
