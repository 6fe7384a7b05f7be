package socketscope.ui.packet;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A layer or a field as it is shown, and the bits of the packet that it has.
 *
 * @param note what its value means, in a sentence or two; empty for none
 * @param layer whether it is a layer
 * @param firstBit its first bit, counted from the start of the packet
 * @param endBit the first bit after it; the same as {@code firstBit} where it has none
 * @param parts what is inside of it
 */
record Part(
    String name,
    String value,
    String note,
    Tint tint,
    boolean layer,
    int firstBit,
    int endBit,
    List<Part> parts) {

  Part {
    parts = List.copyOf(parts);
  }

  /** Its first byte. */
  int from() {
    return firstBit / 8;
  }

  /** The first byte after it. */
  int end() {
    return firstBit == endBit ? from() : (endBit + 7) / 8;
  }

  /** Whether it has bits of that byte. */
  boolean touches(int index) {
    return bitsIn(index) > 0;
  }

  private int bitsIn(int index) {
    return Math.min(endBit, 8 * index + 8) - Math.max(firstBit, 8 * index);
  }

  /** The innermost of these parts, and of those inside of them, that holds that byte. */
  static Optional<Part> innermost(List<Part> parts, int index) {
    return parts.stream()
        .filter(part -> part.touches(index))
        .max(Comparator.comparingInt(part -> part.bitsIn(index)))
        .map(part -> part.endBit - part.firstBit <= 8 ? part : part.inner(index));
  }

  private Part inner(int index) {
    return innermost(parts, index).orElse(this);
  }

  /** What a layer is to the eye: one kind, one colour. */
  enum Tint {
    APPLICATION,
    TCP,
    UDP,
    ICMP,
    IP,
    LINK,
    UNREAD;

    String styleClass() {
      return "layer-" + name().toLowerCase(Locale.ROOT);
    }
  }
}
