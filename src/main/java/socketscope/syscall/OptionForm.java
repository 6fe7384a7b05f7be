package socketscope.syscall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import socketscope.event.Bytes;

/** What the value of a socket option is in C: socket(7), tcp(7). */
public enum OptionForm {
  /** An int, as most are. */
  INT(Integer.BYTES),
  /** struct linger: {@code l_onoff} and {@code l_linger}, both int. */
  LINGER(2 * Integer.BYTES),
  /** struct timeval: {@code tv_sec} and {@code tv_usec}, eight bytes each with their padding. */
  TIME(2 * Long.BYTES),
  /** struct ucred: {@code pid}, {@code uid} and {@code gid}, each an int. */
  CREDENTIALS(3 * Integer.BYTES),
  /** A name of at most fifteen characters: an interface, an algorithm. */
  NAME(16),
  /** SO_MEMINFO: nine ints. */
  MEMORY(9 * Integer.BYTES),
  /** An unsigned number of eight bytes. */
  COOKIE(Long.BYTES),
  /** struct tcp_info. */
  TCP_INFO(232);

  private final int size;

  OptionForm(int size) {
    this.size = size;
  }

  /** How many bytes the value has. */
  public int size() {
    return size;
  }

  /** The form of an option by the numbers of its level and name. */
  public static OptionForm of(Constants constants, int level, int option) {
    if (is(constants, "SOL_SOCKET", level)) {
      return ofSocket(constants, option);
    }
    if (is(constants, "IPPROTO_TCP", level)) {
      if (is(constants, "TCP_CONGESTION", option)) {
        return NAME;
      }
      return is(constants, "TCP_INFO", option) ? TCP_INFO : INT;
    }
    return INT;
  }

  private static OptionForm ofSocket(Constants constants, int option) {
    if (is(constants, "SO_LINGER", option)) {
      return LINGER;
    }
    if (is(constants, "SO_RCVTIMEO", option) || is(constants, "SO_SNDTIMEO", option)) {
      return TIME;
    }
    if (is(constants, "SO_PEERCRED", option)) {
      return CREDENTIALS;
    }
    if (is(constants, "SO_BINDTODEVICE", option)) {
      return NAME;
    }
    if (is(constants, "SO_MEMINFO", option)) {
      return MEMORY;
    }
    return is(constants, "SO_COOKIE", option) ? COOKIE : INT;
  }

  private static boolean is(Constants constants, String name, int value) {
    return constants.value(name).orElse(Integer.MIN_VALUE) == value;
  }

  /** The bytes of a structure with those fields, as many as are given. */
  public Bytes encode(List<Long> fields) {
    int width = this == TIME || this == COOKIE ? Long.BYTES : Integer.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(width * fields.size()).order(ByteOrder.nativeOrder());
    for (long field : fields) {
      if (width == Long.BYTES) {
        bytes.putLong(field);
      } else {
        bytes.putInt((int) field);
      }
    }
    return Bytes.copyOf(bytes.array());
  }

  /** What the kernel wrote, as a lesson writes it: {@code 1}, {@code {l_onoff=1, l_linger=0}}. */
  public String decode(Bytes written) {
    ByteBuffer bytes = ByteBuffer.wrap(written.toArray()).order(ByteOrder.nativeOrder());
    boolean whole = written.length() == size;
    if (whole && this == LINGER) {
      return "{l_onoff=" + bytes.getInt() + ", l_linger=" + bytes.getInt() + "}";
    }
    if (whole && this == TIME) {
      return "{tv_sec=" + bytes.getLong() + ", tv_usec=" + bytes.getLong() + "}";
    }
    if (whole && this == CREDENTIALS) {
      return "{pid=" + bytes.getInt() + ", uid=" + bytes.getInt() + ", gid=" + bytes.getInt() + "}";
    }
    if (whole && this == COOKIE) {
      return Long.toUnsignedString(bytes.getLong());
    }
    if (this == NAME) {
      return name(written);
    }
    return written.length() == Integer.BYTES
        ? Integer.toString(bytes.getInt())
        : written.toString();
  }

  private static String name(Bytes written) {
    byte[] all = written.toArray();
    int end = 0;
    while (end < all.length && all[end] != 0) {
      end++;
    }
    return Bytes.copyOf(written.toArray(end)).toString();
  }
}
