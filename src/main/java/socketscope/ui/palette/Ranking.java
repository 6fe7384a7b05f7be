package socketscope.ui.palette;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which entries fit what was typed, the best one first. */
final class Ranking {

  private static final int RECENT = 15;

  /** What makes no sense now comes after what does and fits a little worse. */
  private static final int IMPOSSIBLE = 25;

  /** What is found by words beside its name counts for a half. */
  private static final int WORDS = 2;

  /** What is found by words of another language counts for a quarter. */
  private static final int FOREIGN = 4;

  /** An entry that fits, with the letters of its title that were meant. */
  record Found(PaletteEntry entry, int score, BitSet letters) {}

  private Ranking() {}

  /**
   * The entries that fit. Where nothing was typed these are all, those first that were used last.
   *
   * @param recent the ids of those that were used, the last one first
   */
  static List<Found> of(String typed, List<PaletteEntry> entries, List<String> recent) {
    List<Found> found = new ArrayList<>();
    for (PaletteEntry entry : entries) {
      fit(typed, entry).ifPresent(match -> found.add(weigh(entry, match, typed, recent)));
    }
    // The sort keeps the order of equals: that of the menus.
    found.sort(Comparator.comparingInt(Found::score).reversed());
    return found;
  }

  /** The names come first, then the other words of the window's language, then foreign ones. */
  private static Optional<Match> fit(String typed, PaletteEntry entry) {
    List<String> words = new ArrayList<>(List.of(entry.title(), entry.where(), entry.keys()));
    words.addAll(entry.words());
    Optional<Match> title = Match.of(typed, entry.title());
    Optional<Match> own = among(words, typed, WORDS);
    words.addAll(entry.foreign());
    Optional<Match> foreign = among(words, typed, FOREIGN);
    return Stream.of(title, own, foreign)
        .flatMap(Optional::stream)
        .reduce((best, next) -> next.score() > best.score() ? next : best);
  }

  /** All words together count for a part, and no letter of the title was meant. */
  private static Optional<Match> among(List<String> words, String typed, int part) {
    return Match.ofWords(typed, String.join(" ", words))
        .map(match -> new Match(match.score() / part, new BitSet()));
  }

  private static Found weigh(PaletteEntry entry, Match match, String typed, List<String> recent) {
    int used = recent.indexOf(entry.id());
    int bonus = used < 0 ? 0 : typed.isBlank() ? 1000 - used : Math.max(1, RECENT - used);
    int penalty = entry.possible() ? 0 : IMPOSSIBLE;
    return new Found(
        entry, (typed.isBlank() ? 0 : match.score()) + bonus - penalty, match.letters());
  }
}
