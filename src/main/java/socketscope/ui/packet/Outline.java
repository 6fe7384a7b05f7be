package socketscope.ui.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import socketscope.packet.Checksum;
import socketscope.packet.Field;
import socketscope.packet.IcmpMessage;
import socketscope.packet.Ipv4Layer;
import socketscope.packet.Ipv6Layer;
import socketscope.packet.Layer;
import socketscope.packet.Malformed;
import socketscope.packet.Payload;
import socketscope.packet.Reading;
import socketscope.packet.SegmentNumbers;
import socketscope.packet.TcpLayer;
import socketscope.packet.TransportStart;
import socketscope.packet.Truncated;
import socketscope.packet.UdpLayer;
import socketscope.ui.packet.Part.Tint;
import socketscope.ui.wording.Words;

/** A packet as parts to show, from the application's bytes down to the link. */
final class Outline {

  private final Reading reading;
  private final Headings headings;
  private final ChecksumWords checksums;
  private final Words words;

  private Outline(Reading reading, Words words) {
    this.reading = reading;
    this.headings = new Headings(words);
    this.checksums = new ChecksumWords(words);
    this.words = words;
  }

  /**
   * The parts of a packet.
   *
   * @param device the interface that it crossed
   */
  static List<Part> of(Reading reading, String device, Words words) {
    Outline outline = new Outline(reading, words);
    List<Part> parts = new ArrayList<>();
    for (Layer layer : reading.packet().layers().reversed()) {
      parts.add(outline.layer(layer, reading.numbers()));
    }
    parts.add(
        new Part(
            words.get("packet.link"),
            device.isEmpty()
                ? words.get("packet.link.untold")
                : words.get("packet.link.loopback", device),
            words.get("packet.link.note"),
            Tint.LINK,
            true,
            0,
            0,
            List.of()));
    return List.copyOf(parts);
  }

  private Part layer(Layer layer, Optional<SegmentNumbers> numbers) {
    Tint tint = Headings.tint(layer);
    List<Part> parts = new ArrayList<>();
    if (!(layer instanceof Payload)) {
      layer.fields().forEach(field -> parts.add(field(field, layer, tint, numbers)));
    }
    if (layer instanceof IcmpMessage icmp) {
      // What it quotes has numbers of its own, which nothing here can count from.
      icmp.quoted().forEach(quoted -> parts.add(layer(quoted, Optional.empty())));
    }
    int end = parts.stream().mapToInt(Part::endBit).max().orElse(0);
    return new Part(
        headings.name(layer),
        headings.summary(layer, numbers),
        "",
        tint,
        true,
        8 * layer.offset(),
        Math.max(8 * layer.end(), end),
        parts);
  }

  private Part field(Field field, Layer layer, Tint tint, Optional<SegmentNumbers> numbers) {
    Optional<Checksum> checksum =
        field.name().endsWith("Checksum") ? checksum(layer) : Optional.empty();
    int first = 8 * field.offset() + field.bits().first();
    return new Part(
        field.name(),
        checksum
            .map(sum -> field.value() + " · " + checksums.verdict(sum))
            .orElseGet(() -> value(field, numbers)),
        checksum.map(checksums::note).orElse(""),
        tint,
        false,
        first,
        first + field.bits().count(),
        field.parts().stream().map(part -> field(part, layer, tint, Optional.empty())).toList());
  }

  private String value(Field field, Optional<SegmentNumbers> numbers) {
    if (numbers.isPresent()) {
      SegmentNumbers counted = numbers.get();
      switch (field.name()) {
        case "Sequence Number" -> {
          return words.get("packet.relative", field.value(), "" + counted.sequence());
        }
        case "Acknowledgment Number" -> {
          return counted.acknowledgment().isEmpty()
              ? words.get("packet.no-ack", field.value())
              : words.get(
                  "packet.relative", field.value(), "" + counted.acknowledgment().getAsLong());
        }
        case "Window" -> {
          return counted.windowKnown()
              ? words.get("packet.window", field.value(), "" + counted.window())
              : words.get("packet.window.unscaled", field.value());
        }
        default -> {}
      }
    }
    return field.bitField() && field.parts().isEmpty()
        ? field.value() + "   " + field.bitPattern(reading.packet().bytes())
        : field.value();
  }

  private static Optional<Checksum> checksum(Layer layer) {
    return switch (layer) {
      case Ipv4Layer ip -> Optional.of(ip.checksum());
      case TcpLayer tcp -> Optional.of(tcp.checksum());
      case UdpLayer udp -> Optional.of(udp.checksum());
      case IcmpMessage icmp -> Optional.of(icmp.checksum());
      case Ipv6Layer _, TransportStart _, Payload _, Truncated _, Malformed _ -> Optional.empty();
    };
  }
}
