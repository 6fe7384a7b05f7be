package socketscope.constant;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * How the value of an option, of an ioctl request or of a control message lies in memory: an int, a
 * structure, a name. What a form does not fit is not refused, for the kernel judges it: an int may
 * be given where a structure belongs, fewer fields or more, bytes in quotes for anything.
 */
public abstract sealed class ValueForm
    permits NumberForm,
        TextForm,
        BytesForm,
        HostForm,
        SocketAddressForm,
        ArrayForm,
        PointerForm,
        StructForm,
        ChoiceForm {

  /** How many bytes the value has; of an array without an end, how many it has with none. */
  public abstract int size();

  /** The type of a variable in C that has room for it: {@code int}, {@code struct linger}. */
  public String typeInC() {
    return "char[" + size() + "]";
  }

  /** How it is written: {@code {l_onoff, l_linger}}. */
  public abstract String usage();

  /** A value of this form, of zeros: {@code {l_onoff=0, l_linger=0}}. */
  public Value sample() {
    return decode(new byte[size()]);
  }

  /** What its offset in a structure is a multiple of. */
  abstract int alignment();

  /**
   * Writes the value at its place.
   *
   * @return where its bytes end
   */
  abstract int put(Value value, Image image, int at) throws ValueException;

  /**
   * Reads the value from some bytes, of which there may be too few.
   *
   * @param bytes from the value's first byte to the last one that there is
   */
  abstract Value get(ByteBuffer bytes, List<byte[]> pointed);

  /** The system whose constants its numbers may be. */
  abstract Constants system();

  /**
   * The bytes of a value: as many as are given, where it is a structure whose last fields are left
   * out.
   *
   * @throws ValueException where a constant, a field or an address is unknown, or there is no room
   */
  public Encoded encode(Value value) throws ValueException {
    Image image = new Image(Math.max(size(), 64));
    int end =
        switch (value) {
          case Value.Text text -> image.put(0, text.bytes());
          case Value.Word word when !takesWords() -> putInt(word, image);
          case Value.Word _ -> put(value, image, 0);
          case Value.Structure _, Value.Array _ -> put(value, image, 0);
        };
    return new Encoded(image.bytes(end), image.pointed());
  }

  /** Whether a value can be written in that form. */
  public boolean takes(Value value) {
    try {
      encode(value);
      return true;
    } catch (ValueException e) {
      return false;
    }
  }

  /** Whether a word is more than an int in place of something else. */
  boolean takesWords() {
    return true;
  }

  private int putInt(Value.Word word, Image image) throws ValueException {
    return image.put(0, number(word), Integer.BYTES);
  }

  /** The number that a value is. */
  long number(Value value) throws ValueException {
    if (!(value instanceof Value.Word(String text))) {
      throw new ValueException(ValueException.Reason.FORM, value.toString(), 0);
    }
    OptionalLong number = system().resolve(text);
    return number.orElseThrow(() -> new ValueException(ValueException.Reason.CONSTANT, text, 0));
  }

  /** What a call wrote, as {@link #decode(byte[], List)} with nothing that is pointed to. */
  public Value decode(byte[] written) {
    return decode(written, List.of());
  }

  /**
   * What a call wrote. Where that is not the whole value, an int is read as one, of a structure the
   * fields that are there, and all else as bytes.
   *
   * @param pointed what the pointers in the value point to, in order
   */
  public Value decode(byte[] written, List<byte[]> pointed) {
    ByteBuffer bytes = ByteBuffer.wrap(written).order(ByteOrder.nativeOrder());
    if (fits(written.length)) {
      return get(bytes, pointed);
    }
    return written.length == Integer.BYTES ? Value.number(bytes.getInt()) : Value.Text.of(written);
  }

  /** Whether so many bytes can be read as this form. */
  boolean fits(int length) {
    return length == size();
  }

  /** A part of some bytes. */
  static ByteBuffer slice(ByteBuffer bytes, int at, int length) {
    return bytes.slice(at, length).order(ByteOrder.nativeOrder());
  }

  /** All bytes of a buffer. */
  static byte[] all(ByteBuffer bytes) {
    byte[] all = new byte[bytes.limit()];
    bytes.get(0, all);
    return all;
  }

  /** A value in bytes. */
  public static final class Encoded {
    private final byte[] bytes;
    private final List<Pointed> pointed;

    Encoded(byte[] bytes, List<Pointed> pointed) {
      this.bytes = bytes;
      this.pointed = List.copyOf(pointed);
    }

    /** The bytes, with zeros where a pointer stands. */
    public byte[] bytes() {
      return bytes.clone();
    }

    /** What its pointers point to. */
    public List<Pointed> pointed() {
      return pointed;
    }
  }

  /** Memory that a pointer in a value points to. */
  public static final class Pointed {
    private final int offset;
    private final byte[] bytes;

    Pointed(int offset, byte[] bytes) {
      this.offset = offset;
      this.bytes = bytes;
    }

    /** Where in the value the pointer stands. */
    public int offset() {
      return offset;
    }

    /** What stands there. */
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /** Memory that a value is written into, as much as it needs. */
  static final class Image {
    private ByteBuffer bytes;
    private final List<Pointed> pointed = new ArrayList<>();

    Image(int room) {
      bytes = ByteBuffer.allocate(room).order(ByteOrder.nativeOrder());
    }

    /** Writes bytes; where they end. */
    int put(int at, byte[] more) {
      need(at + more.length);
      bytes.put(at, more);
      return at + more.length;
    }

    /** Writes a number of that many bytes; where it ends. */
    int put(int at, long number, int width) {
      need(at + width);
      switch (width) {
        case Byte.BYTES -> bytes.put(at, (byte) number);
        case Short.BYTES -> bytes.putShort(at, (short) number);
        case Integer.BYTES -> bytes.putInt(at, (int) number);
        default -> bytes.putLong(at, number);
      }
      return at + width;
    }

    /** A byte that was written. */
    int at(int offset) {
      need(offset + 1);
      return bytes.get(offset) & 0xff;
    }

    void point(int offset, byte[] to) {
      pointed.add(new Pointed(offset, to));
    }

    private void need(int room) {
      if (room > bytes.capacity()) {
        byte[] larger = Arrays.copyOf(bytes.array(), Math.max(room, 2 * bytes.capacity()));
        bytes = ByteBuffer.wrap(larger).order(ByteOrder.nativeOrder());
      }
    }

    byte[] bytes(int end) {
      need(end);
      return Arrays.copyOf(bytes.array(), end);
    }

    List<Pointed> pointed() {
      return pointed;
    }
  }
}
