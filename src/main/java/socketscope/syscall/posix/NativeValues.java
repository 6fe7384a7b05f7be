package socketscope.syscall.posix;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constants;
import socketscope.constant.ValueException;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.syscall.Memory;

/**
 * The value of an option or of a request in memory, with what its pointers point to: what is given
 * to the kernel, and what the kernel has made of it.
 */
final class NativeValues {

  /** What the kernel has written where a pointer of the value points is read up to there. */
  private static final long MOST_POINTED = 1 << 20;

  private final ValueForm form;
  private final Constants constants;
  private final Bytes content;
  private final List<ValueForm.Pointed> pointed;
  private final List<Buffer> targets = new ArrayList<>();
  private @Nullable Buffer placed;

  private NativeValues(
      ValueForm form, Constants constants, Bytes content, List<ValueForm.Pointed> pointed) {
    this.form = form;
    this.constants = constants;
    this.content = content;
    this.pointed = pointed;
  }

  /** Zeros. */
  static NativeValues empty(ValueForm form, Constants constants) {
    return new NativeValues(form, constants, Bytes.copyOf(new byte[form.size()]), List.of());
  }

  /** What an argument is in that form. */
  static NativeValues of(Argument argument, ValueForm form, Constants constants) {
    if (argument instanceof Argument.Data(Bytes bytes)) {
      return new NativeValues(form, constants, bytes, List.of());
    }
    try {
      ValueForm.Encoded encoded = form.encode(argument.asValue());
      return new NativeValues(form, constants, Bytes.copyOf(encoded.bytes()), encoded.pointed());
    } catch (ValueException e) {
      throw new IllegalArgumentException(argument.toString(), e);
    }
  }

  /** What bytes mean in that form. */
  static Argument decoded(ValueForm form, Bytes written, Constants constants) {
    return Argument.of(form.decode(written.toArray()), constants);
  }

  /** How many bytes it has, without what its pointers point to. */
  int length() {
    return content.length();
  }

  /**
   * Puts it into memory.
   *
   * @param room how many bytes that memory has at least
   */
  Buffer place(Function<Memory, Buffer> memory, long room) {
    Buffer buffer = memory.apply(new Memory.Own(content, room));
    for (ValueForm.Pointed each : pointed) {
      Buffer target = memory.apply(Memory.holding(Bytes.copyOf(each.bytes())));
      targets.add(target);
      buffer
          .memory()
          .set(ValueLayout.JAVA_LONG_UNALIGNED, each.offset(), target.memory().address());
    }
    placed = buffer;
    return buffer;
  }

  /** What the kernel has made of it; null before it was placed. */
  @Nullable Argument written() {
    if (placed == null) {
      return null;
    }
    List<byte[]> behind =
        targets.stream().map(target -> target.first(MOST_POINTED).toArray()).toList();
    return Argument.of(form.decode(placed.first(form.size()).toArray(), behind), constants);
  }
}
