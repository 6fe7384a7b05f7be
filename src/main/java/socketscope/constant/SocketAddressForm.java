package socketscope.constant;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * struct sockaddr, or struct sockaddr_storage, which has room for every address: its family says
 * which structure it is. Written {@code 224.0.0.1}, {@code 127.0.0.1:5000}, {@code [::1]:5000}, or
 * as that structure.
 */
final class SocketAddressForm extends ValueForm {

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("\\[(.*)](?::(\\d{1,5}))?|([^:]*)(?::(\\d{1,5}))?|(.*)");

  private final StructForm plain;
  private final List<StructForm> structs;
  private final int size;
  private final int alignment;

  /**
   * An address.
   *
   * @param plain struct sockaddr, for the families that have no structure here
   * @param structs those of AF_INET, AF_INET6 and AF_UNIX
   */
  SocketAddressForm(StructForm plain, List<StructForm> structs, int size, int alignment) {
    this.plain = plain;
    this.structs = List.copyOf(structs);
    this.size = size;
    this.alignment = alignment;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String usage() {
    return "127.0.0.1:5000";
  }

  @Override
  int alignment() {
    return alignment;
  }

  @Override
  Constants system() {
    return plain.system();
  }

  @Override
  int put(Value value, Image image, int at) throws ValueException {
    switch (value) {
      case Value.Structure structure -> of(structure).put(structure, image, at);
      case Value.Word(String text) -> put(text, image, at);
      case Value.Text text -> image.put(at, text.bytes());
      case Value.Array _ -> throw new ValueException(ValueException.Reason.FORM, "" + value, 0);
    }
    return at + size;
  }

  /** The structure by the names of its fields, or by the family that stands where it belongs. */
  private StructForm of(Value.Structure structure) throws ValueException {
    for (StructForm struct : structs) {
      boolean named = structure.fields().stream().anyMatch(field -> field.name().isPresent());
      if (named && struct.isOf(structure)) {
        return struct;
      }
    }
    for (int i = 0; i < structure.fields().size(); i++) {
      Value.Field field = structure.fields().get(i);
      String place = i < plain.fields().size() ? plain.fields().get(i).name() : "";
      if (field.name().orElse(place).equals("sa_family")) {
        return of(number(field.value()));
      }
    }
    return plain;
  }

  private StructForm of(long family) {
    String name =
        switch (system().constant(ConstantSet.ADDRESS_FAMILY, family).spelled()) {
          case "AF_INET" -> "sockaddr_in";
          case "AF_INET6" -> "sockaddr_in6";
          case "AF_UNIX" -> "sockaddr_un";
          default -> "sockaddr";
        };
    return structs.stream().filter(each -> each.name().equals(name)).findFirst().orElse(plain);
  }

  private void put(String text, Image image, int at) throws ValueException {
    OptionalLong family = system().resolve(text);
    if (family.isPresent()) {
      putFields(plain, List.of("" + family.getAsLong()), image, at);
      return;
    }
    Matcher parts = HOST_AND_PORT.matcher(text);
    if (!parts.matches()) {
      throw new ValueException(ValueException.Reason.ADDRESS, text, 0);
    }
    String host = first(parts, 1, 3, 5).orElse("");
    String port = first(parts, 2, 4).orElse("0");
    boolean inet4 = HostAddress.parse(host).length == 4;
    long number = system().number(inet4 ? "AF_INET" : "AF_INET6").orElseThrow();
    List<String> values =
        inet4 ? List.of("" + number, port, host) : List.of("" + number, port, "0", host);
    putFields(of(number), values, image, at);
  }

  private static Optional<String> first(Matcher parts, int... groups) {
    for (int group : groups) {
      if (parts.group(group) != null) {
        return Optional.of(parts.group(group));
      }
    }
    return Optional.empty();
  }

  /** Where the structure starts with its own length, that comes first. */
  private void putFields(StructForm struct, List<String> values, Image image, int at)
      throws ValueException {
    List<Value.Field> fields = new ArrayList<>();
    if (struct.fields().getFirst().name().endsWith("_len")) {
      fields.add(new Value.Field(Optional.empty(), Value.number(struct.size())));
    }
    for (String value : values) {
      fields.add(new Value.Field(Optional.empty(), new Value.Word(value)));
    }
    struct.put(new Value.Structure(fields), image, at);
  }

  @Override
  boolean fits(int length) {
    return length >= plain.fields().getLast().offset();
  }

  @Override
  Value get(ByteBuffer bytes, List<byte[]> pointed) {
    StructForm.Field family = plain.field("sa_family").orElseThrow();
    NumberForm number = (NumberForm) family.form();
    StructForm struct = of(number.read(slice(bytes, family.offset(), number.size())));
    return struct.get(slice(bytes, 0, Math.min(bytes.limit(), struct.size())), List.of());
  }
}
