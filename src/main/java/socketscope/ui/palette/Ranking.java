package socketscope.ui.palette;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which entries fit what was typed, the best one first. */
final class Ranking {

  private static final int RECENT = 15;

  /** What makes no sense now comes after what does and fits a little worse. */
  private static final int IMPOSSIBLE = 40;

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

  private static Optional<Match> fit(String typed, PaletteEntry entry) {
    Optional<Match> title = Match.of(typed, entry.title());
    if (title.isPresent()) {
      return title;
    }
    // All words together count for half, and no letter of the title was meant.
    List<String> words = new ArrayList<>(List.of(entry.title(), entry.where(), entry.keys()));
    words.addAll(entry.also());
    return Match.ofWords(typed, String.join(" ", words))
        .map(match -> new Match(match.score() / 2, new BitSet()));
  }

  private static Found weigh(PaletteEntry entry, Match match, String typed, List<String> recent) {
    int used = recent.indexOf(entry.id());
    int bonus = used < 0 ? 0 : typed.isBlank() ? 1000 - used : Math.max(1, RECENT - used);
    int penalty = entry.possible() ? 0 : IMPOSSIBLE;
    return new Found(
        entry, (typed.isBlank() ? 0 : match.score()) + bonus - penalty, match.letters());
  }
}
