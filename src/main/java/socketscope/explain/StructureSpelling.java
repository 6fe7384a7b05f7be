package socketscope.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import socketscope.constant.Value;
import socketscope.event.Bytes;

/** A structure as strace writes it: as we do, but for addresses, ports and interfaces. */
final class StructureSpelling {

  /** Fields that are the number of an interface; strace tells the loopback one by its name. */
  private static final Set<String> INTERFACES =
      Set.of("gr_interface", "gsr_interface", "ipv6mr_interface", "mr_ifindex");

  private static final List<String> PACKET_GROUPS =
      List.of(
          "PACKET_MR_MULTICAST", "PACKET_MR_PROMISC", "PACKET_MR_ALLMULTI", "PACKET_MR_UNICAST");

  private static final int REQUEST = 40;

  private StructureSpelling() {}

  static String of(Value value) {
    return value("", value);
  }

  private static String value(String field, Value value) {
    return switch (value) {
      case Value.Word(String text) -> word(field, text);
      case Value.Text text -> text(field, text);
      case Value.Structure structure -> structure(structure);
      case Value.Array(List<Value> elements) ->
          elements.stream()
              .map(StructureSpelling::of)
              .collect(Collectors.joining(", ", "[", "]"));
    };
  }

  private static String structure(Value.Structure structure) {
    return structure.fields().stream()
        .map(field -> field(field.name().orElse(""), field.value(), structure))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String field(String name, Value value, Value.Structure structure) {
    if (name.equals("ifr_hwaddr") && value instanceof Value.Structure address) {
      return name + "=" + hardware(address);
    }
    String text = value(name, value);
    boolean inet6 = value instanceof Value.Word(String word) && isInet6(word);
    if (inet6) {
      return "inet_pton(AF_INET6, \"%s\", &%s)".formatted(value, name);
    }
    if (name.equals("mr_address")) {
      int length = Integer.parseInt(structure.field("mr_alen").orElseThrow().toString());
      Bytes address = Bytes.copyOf(((Value.Text) value).bytes());
      return name + "=" + address.hex().substring(0, 2 * Math.clamp(length, 0, address.length()));
    }
    return name + "=" + text;
  }

  /** The family is a type of hardware (ARP's), of which two are common. */
  private static String hardware(Value.Structure address) {
    String type = address.field("sa_family").orElseThrow().toString();
    String named =
        switch (type) {
          case "1" -> "ARPHRD_ETHER";
          case "772" -> "ARPHRD_LOOPBACK";
          default -> type;
        };
    Bytes data = Bytes.copyOf(((Value.Text) address.field("sa_data").orElseThrow()).bytes());
    String bytes = data.hex().substring(0, 12).replaceAll("..(?=.)", "$0:");
    return "{sa_family=" + named + ", sa_data=" + bytes + "}";
  }

  private static boolean isInet6(String word) {
    return word.indexOf(':') >= 0;
  }

  private static String word(String field, String text) {
    if (field.endsWith("_port")) {
      return "htons(" + text + ")";
    }
    if (field.equals("sin6_flowinfo")) {
      return "htonl(" + text + ")";
    }
    if (field.equals("mr_type") && Integer.parseInt(text) < PACKET_GROUPS.size()) {
      return PACKET_GROUPS.get(Integer.parseInt(text));
    }
    if (INTERFACES.contains(field) && text.equals("1")) {
      return "if_nametoindex(\"lo\")";
    }
    if (field.equals("ifc_len")) {
      int length = Integer.parseInt(text);
      boolean whole = length % REQUEST == 0 && length > 0;
      return whole ? text + " /* " + length / REQUEST + " * sizeof(struct ifreq) */" : text;
    }
    return text.matches("[0-9]+(\\.[0-9]+){3}") ? "inet_addr(\"" + text + "\")" : text;
  }

  /** Names are characters, what is left of a number is in hexadecimal. */
  private static String text(String field, Value.Text text) {
    Bytes bytes = Bytes.copyOf(text.bytes());
    boolean name = field.endsWith("name") || field.endsWith("_path") || field.equals("ifr_slave");
    return name ? ByteSpelling.quoted(bytes) : hexadecimal(bytes);
  }

  static String hexadecimal(Bytes bytes) {
    return '"' + bytes.hex().replaceAll("..", "\\\\x$0") + '"';
  }

  /** A request of ioctl() that failed tells the interface that it was about, and no more. */
  static Optional<String> interfaceOf(Value given) {
    return given instanceof Value.Structure structure
        ? structure
            .field("ifr_name")
            .or(() -> structure.fields().stream().findFirst().map(Value.Field::value))
            .map(name -> "{ifr_name=" + value("ifr_name", name) + "}")
        : Optional.empty();
  }
}
