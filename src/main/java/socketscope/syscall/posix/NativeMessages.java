package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.constant.ValueException;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.syscall.CallLayouts;
import socketscope.syscall.Memory;
import socketscope.syscall.SystemTables;
import socketscope.syscall.posix.NativeStructures.Placed;

/**
 * struct msghdr and struct mmsghdr (recv(2)) in memory, with the control messages (cmsg(3)) that
 * are sent and received with them.
 */
final class NativeMessages {

  /** Room for control messages where none is given: a few of the longest that the kernel writes. */
  private static final int USUAL_CONTROL = 256;

  private static final int LARGEST_CONTROL = 1 << 16;

  private final NativeStructures structures;
  private final Arena arena;
  private final SystemTables tables;
  private final Constants constants;
  private final CallLayouts.Message header;
  private final CallLayouts.Control control;

  NativeMessages(
      NativeStructures structures, Arena arena, SystemTables tables, Constants constants) {
    this.structures = structures;
    this.arena = arena;
    this.tables = tables;
    this.constants = constants;
    CallLayouts layouts = Objects.requireNonNull(tables.layouts());
    this.header = layouts.message();
    this.control = layouts.control();
  }

  /** A message to send or to receive. */
  Placed one(Argument.Structure message) {
    MemorySegment memory = arena.allocate(header.size(), Long.BYTES);
    Placed vector = fill(memory, message);
    return new Placed(memory, result -> received(memory, vector.answer().apply(result)));
  }

  /** Several: each a struct msghdr and an unsigned int, how many bytes were moved. */
  Placed several(List<Argument> messages) {
    long size = (long) header.size() + Long.BYTES;
    MemorySegment memory = arena.allocate(size * Math.max(1, messages.size()), Long.BYTES);
    List<Placed> vectors = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      vectors.add(fill(memory.asSlice(i * size, size), (Argument.Structure) messages.get(i)));
    }
    return new Placed(
        memory,
        result -> {
          List<Result> each = new ArrayList<>();
          for (int i = 0; i < result.value(); i++) {
            MemorySegment one = memory.asSlice(i * size, size);
            long length = Integer.toUnsignedLong(one.get(ValueLayout.JAVA_INT, header.size()));
            Result moved = vectors.get(i).answer().apply(Result.of(length));
            each.add(received(one, moved));
          }
          return together(result, each);
        });
  }

  /** What all of them brought: the bytes joined, the rest message by message. */
  private static Result together(Result result, List<Result> each) {
    if (each.isEmpty() || each.getFirst().data() == null) {
      return result;
    }
    List<Bytes> pieces = new ArrayList<>();
    List<Integer> descriptors = new ArrayList<>();
    List<Argument> told = new ArrayList<>();
    for (Result one : each) {
      pieces.add(Objects.requireNonNull(one.data()));
      descriptors.addAll(one.descriptors());
      List<Argument.Field> fields = new ArrayList<>();
      fields.add(new Argument.Field("msg_len", true, new Argument.Number(one.value())));
      if (one.address() != null) {
        fields.add(
            new Argument.Field("msg_name", true, new Argument.Text(one.address().toString())));
      }
      if (one.written() instanceof Argument.Structure(List<Argument.Field> rest)) {
        fields.addAll(rest);
      }
      told.add(new Argument.Structure(fields));
    }
    return result
        .withData(Bytes.joined(pieces))
        .withAddress(each.getFirst().address())
        .withDescriptors(descriptors)
        .withWritten(new Argument.Sequence(told));
  }

  private Placed fill(MemorySegment memory, Argument.Structure message) {
    boolean receives = message.field("msg_iov").stream().anyMatch(NativeMessages::isRoom);
    name(memory, message, receives);
    Argument iov = message.field("msg_iov").orElse(new Argument.Sequence(List.of()));
    Placed vector;
    if (iov instanceof Argument.Sequence(List<Argument> elements)) {
      vector = structures.vector(elements);
      memory.set(ValueLayout.ADDRESS, header.vector(), vector.memory());
      count(memory, header.vectorCount(), elements.size());
    } else {
      Argument.Pointer pointer = (Argument.Pointer) iov;
      vector = Placed.readOnly(MemorySegment.NULL);
      memory.set(
          ValueLayout.JAVA_LONG, header.vector(), NativeArguments.nowhere(pointer.to()).address());
      count(memory, header.vectorCount(), pointer.size());
    }
    if (receives) {
      long room = NativeStructures.number(message, "msg_controllen", USUAL_CONTROL);
      MemorySegment place = arena.allocate(Math.clamp(room, 1, LARGEST_CONTROL), Long.BYTES);
      memory.set(ValueLayout.ADDRESS, header.control(), place);
      count(memory, header.controlLength(), room);
    } else if (message.field("msg_control").orElse(null)
        instanceof Argument.Sequence(List<Argument> controls)) {
      Bytes bytes = controls(controls);
      memory.set(
          ValueLayout.ADDRESS, header.control(), structures.buffer(Memory.holding(bytes)).memory());
      count(memory, header.controlLength(), bytes.length());
    }
    return vector;
  }

  private static boolean isRoom(Argument iov) {
    return iov instanceof Argument.Sequence(List<Argument> elements)
        && elements.stream().anyMatch(Argument.Number.class::isInstance);
  }

  private void name(MemorySegment memory, Argument.Structure message, boolean receives) {
    if (receives) {
      int room = tables.addresses().storageSize();
      long told = NativeStructures.number(message, "msg_namelen", room);
      memory.set(ValueLayout.ADDRESS, header.name(), arena.allocate(room, Long.BYTES));
      memory.set(ValueLayout.JAVA_INT, header.nameLength(), (int) Math.min(told, room));
    } else if (message.field("msg_name").orElse(null)
        instanceof Argument.Address(SocketAddress address)) {
      byte[] encoded = tables.addresses().encode(address);
      memory.set(
          ValueLayout.ADDRESS, header.name(), arena.allocateFrom(ValueLayout.JAVA_BYTE, encoded));
      memory.set(ValueLayout.JAVA_INT, header.nameLength(), encoded.length);
    }
  }

  private void count(MemorySegment memory, long offset, long value) {
    if (header.countSize() == Long.BYTES) {
      memory.set(ValueLayout.JAVA_LONG, offset, value);
    } else {
      memory.set(ValueLayout.JAVA_INT, offset, (int) value);
    }
  }

  private long count(MemorySegment memory, long offset) {
    return header.countSize() == Long.BYTES
        ? memory.get(ValueLayout.JAVA_LONG, offset)
        : Integer.toUnsignedLong(memory.get(ValueLayout.JAVA_INT, offset));
  }

  /** Control messages one after the other, each aligned. */
  private Bytes controls(List<Argument> messages) {
    List<Bytes> all = new ArrayList<>();
    for (Argument each : messages) {
      Argument.Structure message = (Argument.Structure) each;
      byte[] says = says(message);
      int length = control.data() + says.length;
      try (Arena scratch = Arena.ofConfined()) {
        MemorySegment memory = scratch.allocate(aligned(length), Long.BYTES);
        if (control.lengthSize() == Long.BYTES) {
          memory.set(ValueLayout.JAVA_LONG, 0, length);
        } else {
          memory.set(ValueLayout.JAVA_INT, 0, length);
        }
        memory.set(
            ValueLayout.JAVA_INT,
            control.level(),
            (int) NativeStructures.number(message, "cmsg_level", 0));
        memory.set(
            ValueLayout.JAVA_INT,
            control.type(),
            (int) NativeStructures.number(message, "cmsg_type", 0));
        MemorySegment.copy(says, 0, memory, ValueLayout.JAVA_BYTE, control.data(), says.length);
        all.add(Bytes.copyOf(memory.toArray(ValueLayout.JAVA_BYTE)));
      }
    }
    return Bytes.joined(all);
  }

  private long aligned(long length) {
    return (length + control.alignment() - 1) / control.alignment() * control.alignment();
  }

  /** Descriptors are ints; any other value is laid out as its kind of message has it. */
  private byte[] says(Argument.Structure message) {
    Argument data = message.field("cmsg_data").orElseThrow();
    if (data instanceof Argument.Sequence(List<Argument> descriptors)) {
      ByteBuffer numbers =
          ByteBuffer.allocate(descriptors.size() * Integer.BYTES).order(ByteOrder.nativeOrder());
      for (Argument descriptor : descriptors) {
        numbers.putInt(((Argument.Descriptor) descriptor).number());
      }
      return numbers.array();
    }
    if (data instanceof Argument.Data(Bytes bytes)) {
      return bytes.toArray();
    }
    long level = NativeStructures.number(message, "cmsg_level", 0);
    long type = NativeStructures.number(message, "cmsg_type", 0);
    try {
      return constants.controlForm(level, type).encode(data.asValue()).bytes();
    } catch (ValueException e) {
      throw new IllegalArgumentException(message.toString(), e);
    }
  }

  /** What came beside the bytes. */
  private Result received(MemorySegment memory, Result result) {
    if (result.data() == null) {
      return result;
    }
    List<Argument.Field> fields = new ArrayList<>();
    Constant flags =
        constants.constant(
            ConstantSet.MESSAGE_FLAGS,
            Integer.toUnsignedLong(memory.get(ValueLayout.JAVA_INT, header.flags())));
    if (flags.number() != 0) {
      fields.add(new Argument.Field("msg_flags", true, NativeStructures.named(flags)));
    }
    List<Integer> descriptors = new ArrayList<>();
    List<Argument> controls = controls(memory, descriptors);
    if (!controls.isEmpty()) {
      fields.add(new Argument.Field("msg_control", true, new Argument.Sequence(controls)));
    }
    return result
        .withAddress(sender(memory))
        .withDescriptors(descriptors)
        .withWritten(fields.isEmpty() ? null : new Argument.Structure(fields));
  }

  private @Nullable SocketAddress sender(MemorySegment memory) {
    int length = memory.get(ValueLayout.JAVA_INT, header.nameLength());
    MemorySegment name = memory.get(ValueLayout.ADDRESS, header.name());
    int there = Math.min(length, tables.addresses().storageSize());
    return length <= 0
        ? null
        : tables.addresses().decode(name.reinterpret(there).toArray(ValueLayout.JAVA_BYTE), length);
  }

  private List<Argument> controls(MemorySegment memory, List<Integer> descriptors) {
    List<Argument> found = new ArrayList<>();
    long end = count(memory, header.controlLength());
    MemorySegment place = memory.get(ValueLayout.ADDRESS, header.control()).reinterpret(end);
    for (long at = 0; at + control.data() <= end; ) {
      long length =
          control.lengthSize() == Long.BYTES
              ? place.get(ValueLayout.JAVA_LONG, at)
              : place.get(ValueLayout.JAVA_INT, at);
      if (length < control.data() || at + length > end) {
        break;
      }
      long level = place.get(ValueLayout.JAVA_INT, at + control.level());
      Constant type =
          constants.controlType(level, place.get(ValueLayout.JAVA_INT, at + control.type()));
      byte[] says =
          place
              .asSlice(at + control.data(), length - control.data())
              .toArray(ValueLayout.JAVA_BYTE);
      found.add(
          NativeStructures.unnamed(
              structures.constant(ConstantSet.LEVEL, level),
              NativeStructures.named(type),
              value(level, type, says, descriptors)));
      at += aligned(length);
    }
    return found;
  }

  private Argument value(long level, Constant type, byte[] says, List<Integer> descriptors) {
    if (!type.is("SCM_RIGHTS")) {
      return Argument.of(constants.controlForm(level, type.number()).decode(says), constants);
    }
    ByteBuffer numbers = ByteBuffer.wrap(says).order(ByteOrder.nativeOrder());
    List<Argument> arrived = new ArrayList<>();
    while (numbers.remaining() >= Integer.BYTES) {
      int descriptor = numbers.getInt();
      descriptors.add(descriptor);
      arrived.add(new Argument.Number(descriptor));
    }
    return new Argument.Sequence(arrived);
  }
}
