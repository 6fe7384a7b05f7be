package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.constant.ValueException;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Parameter;
import socketscope.event.Parameter.Kind;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.syscall.Memory;
import socketscope.syscall.SystemTables;

/**
 * The arguments of one call as the C library takes them, with the memory that they point to, for as
 * long as the call lasts; and what the kernel has written there, as a {@link Result} tells it. What
 * a parameter becomes in C follows from its kind: bytes are a pointer and a size, an address is a
 * pointer and, unless it is given, its true length.
 */
final class NativeArguments implements AutoCloseable {

  /** No option has more bytes than that, unless it is a list without end. */
  private static final int LARGEST_OPTION = 1 << 16;

  /** No request of a socket's or an interface's writes more bytes than that (struct ifreq: 40). */
  private static final long LARGEST_REQUEST = 256;

  /** An address is never longer; longer lengths are told, and refused by the kernel. */
  private static final int LARGEST_ADDRESS = 4096;

  /** What addrlen is for a pointer to nothing, if it is not said: that of struct sockaddr. */
  private static final int USUAL_LENGTH = 16;

  /** What a request has written where a pointer of its value points is read up to there. */
  private static final long MOST_POINTED = 1 << 20;

  private static final int MOST = 8;

  private final Call call;
  private final SystemTables tables;
  private final Constants constants;
  private final Native library;
  private final Arena arena = Arena.ofConfined();
  private final List<Buffer> buffers = new ArrayList<>();
  private final List<UnaryOperator<Result>> answers = new ArrayList<>();
  private final long[] values = new long[MOST];
  private int count;

  NativeArguments(Call call, SystemTables tables, Native library) {
    this.call = call;
    this.tables = tables;
    this.constants = tables.constants();
    this.library = library;
    List<Parameter> parameters = call.function().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      add(parameters.get(i), i);
    }
  }

  /** The numbers and pointers, one for each parameter in C. */
  long[] values() {
    return Arrays.copyOf(values, count);
  }

  /** The result with all that the kernel has written; nothing is looked at where it failed. */
  Result answer(Result returned) {
    Result whole = returned;
    for (UnaryOperator<Result> answer :
        returned.failed() ? List.<UnaryOperator<Result>>of() : answers) {
      whole = answer.apply(whole);
    }
    return whole;
  }

  @Override
  public void close() {
    buffers.forEach(Buffer::close);
    arena.close();
  }

  private void push(long value) {
    values[count] = value;
    count++;
  }

  private void add(Parameter parameter, int index) {
    @Nullable Argument argument = call.argument(index).orElse(null);
    switch (parameter.kind()) {
      case DESCRIPTOR, CONSTANT, WORD -> push(plain(argument));
      case NUMBER -> {
        // A length that is not given is pushed by what it is the length of.
        if (!parameter.optional()) {
          push(plain(argument));
        }
      }
      case ADDRESS -> address(argument, index);
      case DATA -> sized(argument, false);
      case SIZE -> sized(argument, true);
      case VALUE -> option(argument, index);
      case ROOM -> room(argument, index);
      case REQUEST -> request(argument);
      case POINTER -> descriptors(argument);
      case SEQUENCE -> watched(argument);
      case STRUCTURE -> throw new IllegalArgumentException(call.toString());
    }
  }

  private long plain(@Nullable Argument argument) {
    return switch (argument) {
      case Argument.Descriptor(int number) -> number;
      case Argument.Named(Constant constant) -> constant.number();
      case Argument.Number(long value) -> value;
      case Argument.Pointer(Argument.Wild to, _) -> nowhere(to).address();
      case null, default -> throw new IllegalArgumentException(call.toString());
    };
  }

  private static Memory.Nowhere nowhere(Argument.Wild to) {
    return switch (to) {
      case NULL -> Memory.Nowhere.NULL;
      case BAD -> Memory.Nowhere.BAD;
    };
  }

  private static Memory.@Nullable Nowhere nowhere(@Nullable Argument argument) {
    return argument instanceof Argument.Pointer(Argument.Wild to, _) ? nowhere(to) : null;
  }

  private Buffer buffer(Memory memory) {
    Buffer buffer = new Buffer(library, arena, memory);
    buffers.add(buffer);
    return buffer;
  }

  private void address(@Nullable Argument argument, int index) {
    long given = call.argument(index + 1).map(this::plain).orElse(Long.MIN_VALUE);
    switch (argument) {
      case Argument.Pointer(Argument.Wild to, _) -> {
        push(nowhere(to).address());
        push(given == Long.MIN_VALUE ? USUAL_LENGTH : given);
      }
      case Argument.Address(SocketAddress address) -> {
        Bytes encoded = Bytes.copyOf(tables.addresses().encode(address));
        int length = given == Long.MIN_VALUE ? encoded.length() : (int) given;
        Memory memory = new Memory.Own(encoded, Math.clamp(length, 0, LARGEST_ADDRESS));
        push(buffer(memory).memory().address());
        push(length);
      }
      case null, default -> throw new IllegalArgumentException(call.toString());
    }
  }

  /** A buffer and its size. */
  private void sized(@Nullable Argument argument, boolean filled) {
    switch (argument) {
      case Argument.Data(Bytes bytes) -> {
        push(buffer(Memory.holding(bytes)).memory().address());
        push(bytes.length());
      }
      case Argument.Number(long size) when filled -> {
        Buffer buffer = buffer(Memory.room(size));
        push(buffer.memory().address());
        push(size);
        answers.add(result -> result.withData(buffer.first(result.value()).folded()));
      }
      case Argument.Pointer(Argument.Wild to, long size) -> {
        push(nowhere(to).address());
        push(size);
      }
      case null, default -> throw new IllegalArgumentException(call.toString());
    }
  }

  private ValueForm form() {
    return constants.optionForm(number("level"), number("optname"));
  }

  private long number(String parameter) {
    return call.constant(parameter).orElseThrow().number();
  }

  /** A value that the kernel reads, and its length. */
  private void option(@Nullable Argument argument, int index) {
    ValueForm form = form();
    long given = call.argument(index + 1).map(this::plain).orElse(Long.MIN_VALUE);
    Memory.Nowhere lost = nowhere(argument);
    if (lost != null) {
      push(lost.address());
      push(given == Long.MIN_VALUE ? form.size() : given);
      return;
    }
    LaidOut value = laidOut(Objects.requireNonNull(argument), form);
    int length = given == Long.MIN_VALUE ? value.content().length() : (int) given;
    push(memory(value, length).memory().address());
    push(length);
  }

  /** A value as it lies in memory, and what its pointers point to. */
  private record LaidOut(Bytes content, List<ValueForm.Pointed> pointed) {}

  private LaidOut laidOut(Argument argument, ValueForm form) {
    if (argument instanceof Argument.Data(Bytes bytes)) {
      return new LaidOut(bytes, List.of());
    }
    try {
      ValueForm.Encoded encoded = form.encode(argument.asValue());
      return new LaidOut(Bytes.copyOf(encoded.bytes()), encoded.pointed());
    } catch (ValueException e) {
      throw new IllegalArgumentException(call.toString(), e);
    }
  }

  private Buffer memory(LaidOut value, long room) {
    return memory(value, room, new ArrayList<>());
  }

  /** Of at least that size; what the pointers in it point to is added to the targets. */
  private Buffer memory(LaidOut value, long room, List<Buffer> targets) {
    Buffer buffer = buffer(new Memory.Own(value.content(), room));
    for (ValueForm.Pointed pointed : value.pointed()) {
      Buffer target = buffer(Memory.holding(Bytes.copyOf(pointed.bytes())));
      targets.add(target);
      buffer
          .memory()
          .set(ValueLayout.JAVA_LONG_UNALIGNED, pointed.offset(), target.memory().address());
    }
    return buffer;
  }

  /**
   * Memory that the kernel writes. Two such parameters are the memory and its length, which the
   * first one pushes.
   */
  private void room(@Nullable Argument argument, int index) {
    boolean second = call.function().parameters().get(index - 1).kind() == Kind.ROOM;
    if (second) {
      return;
    }
    if (call.constant("optname").isPresent()) {
      ValueForm form = form();
      received(
          argument,
          index,
          form.size(),
          (result, written) ->
              result.withData(written).withWritten(decoded(form, written, List.of())));
    } else {
      received(
          argument,
          index,
          tables.addresses().storageSize(),
          (result, written) ->
              result.withAddress(
                  tables.addresses().decode(written.toArray(), (int) result.length())));
    }
  }

  /** What is made of the bytes that the kernel wrote. */
  private interface Taken {
    Result into(Result result, Bytes written);
  }

  private void received(@Nullable Argument argument, int index, int usual, Taken taken) {
    @Nullable Argument length = call.argument(index + 1).orElse(null);
    Memory.@Nullable Nowhere lost = nowhere(argument);
    Memory.@Nullable Nowhere lostLength =
        lost == Memory.Nowhere.NULL && length == null ? Memory.Nowhere.NULL : nowhere(length);
    int room =
        length instanceof Argument.Number(long given)
            ? (int) given
            : argument instanceof Argument.Number(long given) ? (int) given : usual;
    int size = Math.max(tables.addresses().storageSize(), Math.min(room, LARGEST_OPTION));
    MemorySegment memory = arena.allocate(Math.max(size, LARGEST_OPTION), Long.BYTES);
    MemorySegment told = arena.allocateFrom(ValueLayout.JAVA_INT, room);
    push(lost == null ? memory.address() : lost.address());
    push(lostLength == null ? told.address() : lostLength.address());
    if (lostLength != null) {
      return;
    }
    answers.add(result -> {
      int written = told.get(ValueLayout.JAVA_INT, 0);
      Result withLength = result.withLength(written);
      int there = Math.clamp(written, 0, Math.clamp(room, 0, LARGEST_OPTION));
      return lost == null ? taken.into(withLength, bytes(memory.asSlice(0, there))) : withLength;
    });
  }

  private static Bytes bytes(MemorySegment memory) {
    return Bytes.copyOf(memory.toArray(ValueLayout.JAVA_BYTE));
  }

  private Argument decoded(ValueForm form, Bytes written, List<byte[]> pointed) {
    return Argument.of(form.decode(written.toArray(), pointed), constants);
  }

  /** What a request reads and writes, as far as its form is known; an int, of most. */
  private void request(@Nullable Argument argument) {
    Memory.Nowhere lost = nowhere(argument);
    if (lost != null) {
      push(lost.address());
      return;
    }
    ValueForm form = constants.requestForm(number("op"));
    LaidOut value =
        argument == null
            ? new LaidOut(Bytes.copyOf(new byte[form.size()]), List.of())
            : laidOut(argument, form);
    List<Buffer> targets = new ArrayList<>();
    Buffer buffer = memory(value, LARGEST_REQUEST, targets);
    push(buffer.memory().address());
    answers.add(result ->
        result.withWritten(
            decoded(
                form,
                buffer.first(form.size()),
                targets.stream().map(target -> target.first(MOST_POINTED).toArray()).toList())));
  }

  /** Two ints, which the kernel writes. */
  private void descriptors(@Nullable Argument argument) {
    Memory.Nowhere lost = nowhere(argument);
    if (lost != null) {
      push(lost.address());
      return;
    }
    MemorySegment pair = arena.allocate(ValueLayout.JAVA_INT, 2);
    push(pair.address());
    answers.add(result ->
        result.withDescriptors(
            List.of(
                pair.getAtIndex(ValueLayout.JAVA_INT, 0),
                pair.getAtIndex(ValueLayout.JAVA_INT, 1))));
  }

  /** struct pollfd: an int and two shorts; then how many there are. */
  private void watched(@Nullable Argument argument) {
    if (argument instanceof Argument.Pointer(Argument.Wild to, long size)) {
      push(nowhere(to).address());
      push(size);
      return;
    }
    List<Call.Watch> watches = call.watched();
    MemorySegment entries =
        arena.allocate(PollEntry.SIZE * Math.max(1, watches.size()), Long.BYTES);
    for (int i = 0; i < watches.size(); i++) {
      PollEntry.write(entries, i, watches.get(i));
    }
    push(entries.address());
    push(watches.size());
    answers.add(result -> result.withWritten(PollEntry.read(entries, watches, constants)));
  }

  /** The layout of struct pollfd (poll(2)), the same on Linux and macOS. */
  private static final class PollEntry {

    static final long SIZE = 8;
    private static final long EVENTS = 4;
    private static final long RETURNED = 6;

    static void write(MemorySegment entries, int index, Call.Watch watch) {
      entries.set(ValueLayout.JAVA_INT, index * SIZE, watch.descriptor());
      entries.set(ValueLayout.JAVA_SHORT, index * SIZE + EVENTS, (short) watch.events().number());
    }

    /** The entries of which there is something: {@code [{3, POLLIN}]}. */
    static Argument read(MemorySegment entries, List<Call.Watch> watches, Constants constants) {
      List<Argument> found = new ArrayList<>();
      for (int i = 0; i < watches.size(); i++) {
        int there = Short.toUnsignedInt(entries.get(ValueLayout.JAVA_SHORT, i * SIZE + RETURNED));
        if (there != 0) {
          Constant events = constants.constant(ConstantSet.POLL_EVENTS, there);
          found.add(
              new Argument.Structure(
                  List.of(
                      new Argument.Field(
                          "", false, new Argument.Number(watches.get(i).descriptor())),
                      new Argument.Field("", false, new Argument.Named(events)))));
        }
      }
      return new Argument.Sequence(found);
    }
  }
}
