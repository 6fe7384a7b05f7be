package socketscope.constant;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A structure of C. */
final class StructForm extends ValueForm {

  /** A field, and where it stands. */
  record Field(String name, int offset, ValueForm form) {
    int end() {
      return offset + form.size();
    }
  }

  private final Constants system;
  private final String name;
  private final int size;
  private final int alignment;
  private final List<Field> fields;

  /**
   * A structure.
   *
   * @param fields in their order, without those that only fill gaps; those of a union start at the
   *     same offset
   */
  StructForm(Constants system, String name, int size, int alignment, List<Field> fields) {
    this.system = system;
    this.name = name;
    this.size = size;
    this.alignment = alignment;
    this.fields = List.copyOf(fields);
  }

  /** The same with some of its fields, in that order: those of a union that are meant. */
  StructForm only(List<String> names) {
    List<Field> chosen = new ArrayList<>();
    for (String each : names) {
      chosen.add(field(each).orElseThrow(() -> new IllegalArgumentException(each)));
    }
    return new StructForm(system, name, size, alignment, chosen);
  }

  String name() {
    return name;
  }

  List<Field> fields() {
    return fields;
  }

  Optional<Field> field(String wanted) {
    return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String typeInC() {
    return "struct " + name;
  }

  @Override
  public String usage() {
    return fields.stream().map(Field::name).collect(Collectors.joining(", ", "{", "}"));
  }

  @Override
  int alignment() {
    return alignment;
  }

  @Override
  Constants system() {
    return system;
  }

  @Override
  boolean takesWords() {
    return false;
  }

  /** Whether a value has the fields of this structure, all of them where they have no names. */
  boolean isOf(Value.Structure structure) {
    boolean named =
        structure.fields().stream()
            .allMatch(field -> field.name().flatMap(this::field).isPresent());
    boolean placed = structure.fields().stream().allMatch(field -> field.name().isEmpty());
    return named && !placed || placed && structure.fields().size() == fields.size();
  }

  @Override
  int put(Value value, Image image, int at) throws ValueException {
    if (!(value instanceof Value.Structure(List<Value.Field> given))) {
      throw new ValueException(ValueException.Reason.FORM, value.toString(), 0);
    }
    boolean whole = given.size() == fields.size();
    int end = at;
    for (int i = 0; i < given.size(); i++) {
      Value.Field each = given.get(i);
      if (each.name().isPresent()) {
        whole = true;
        Field field = named(each.name().orElseThrow());
        end = Math.max(end, putField(field, each.value(), given, image, at));
      } else if (i < fields.size()) {
        end = putField(fields.get(i), each.value(), given, image, at);
      } else {
        end = image.put(Math.max(end, at + size), number(each.value()), numberWidth());
      }
    }
    return Math.max(end, whole ? at + size : end);
  }

  private Field named(String wanted) throws ValueException {
    return field(wanted)
        .orElseThrow(() -> new ValueException(ValueException.Reason.FIELD, wanted, 0));
  }

  private int putField(Field field, Value value, List<Value.Field> given, Image image, int at)
      throws ValueException {
    if (!(field.form() instanceof PointerForm pointer)) {
      return field.form().put(value, image, at + field.offset());
    }
    Optional<Value> counter = value(pointer.counter(), given);
    int count = value instanceof Value.Array(List<Value> elements) ? elements.size() : 0;
    long counted = counter.isPresent() ? number(counter.get()) : pointer.counted(count);
    if (counter.isEmpty()) {
      Field counting = named(pointer.counter());
      counting.form().put(Value.number(counted), image, at + counting.offset());
    }
    return pointer.put(value, pointer.bytes(counted), image, at + field.offset());
  }

  /** What a field is given, by its name or by its place. */
  private Optional<Value> value(String wanted, List<Value.Field> given) {
    for (int i = 0; i < given.size(); i++) {
      String called = given.get(i).name().orElse(i < fields.size() ? fields.get(i).name() : "");
      if (called.equals(wanted)) {
        return Optional.of(given.get(i).value());
      }
    }
    return Optional.empty();
  }

  /** How wide a number is that has no field: as those of the first one. */
  private int numberWidth() {
    return fields.getFirst().form() instanceof NumberForm number ? number.size() : Integer.BYTES;
  }

  @Override
  boolean fits(int length) {
    return length > 0;
  }

  @Override
  Value get(ByteBuffer bytes, List<byte[]> pointed) {
    List<Value.Field> read = new ArrayList<>();
    int targets = 0;
    for (Field field : fields) {
      int there = Math.min(bytes.limit(), field.end()) - field.offset();
      if (there > 0 || field.form().size() == 0 && there == 0) {
        Value value = field(field, rest(field, bytes, there));
        if (field.form() instanceof PointerForm pointer && targets < pointed.size()) {
          value = pointer.target(pointed.get(targets++), counted(pointer, bytes));
        }
        read.add(new Value.Field(Optional.of(field.name()), value));
      }
    }
    return new Value.Structure(read);
  }

  /** The bytes of a field; of one without an end, all that are left. */
  private static ByteBuffer rest(Field field, ByteBuffer bytes, int there) {
    int length = field.form().size() == 0 ? bytes.limit() - field.offset() : there;
    return slice(bytes, field.offset(), length);
  }

  private static Value field(Field field, ByteBuffer bytes) {
    return bytes.limit() == field.form().size() || field.form().size() == 0
        ? field.form().get(bytes, List.of())
        : field.form() instanceof NumberForm
            ? Value.Text.of(all(bytes))
            : field.form().decode(all(bytes));
  }

  private long counted(PointerForm pointer, ByteBuffer bytes) {
    Field counter = field(pointer.counter()).orElseThrow();
    return ((NumberForm) counter.form())
        .read(slice(bytes, counter.offset(), counter.form().size()));
  }
}
