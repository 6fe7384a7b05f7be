package socketscope.syscall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import socketscope.event.TcpState;

/**
 * How one system is asked for TCP's own view of a connection, and how its answer is laid out. No
 * system has all fields.
 */
public final class TcpInfoLayout {

  /** How to ask. */
  public sealed interface Request {

    /** getsockopt(2) with this level and name. */
    record Option(int level, int name) implements Request {}

    /**
     * WSAIoctl with this code; the input is a version number, a DWORD.
     *
     * @param version which form of the answer is asked for
     */
    record Control(int code, int version) implements Request {}
  }

  /** What may be asked. Bytes are of the user's data unless it says otherwise. */
  public enum Field {
    /** The state's number; {@link #state} gives its meaning. */
    STATE,
    /** Consecutive timeouts that the oldest unacknowledged segment has had. */
    RETRANSMITS,
    /** Consecutive probes of a zero window, or keep-alive probes, without an answer. */
    PROBES,
    /** How many times the timeout has been doubled. */
    BACKOFF,
    /** The retransmission timeout, in microseconds. */
    RTO,
    /** The largest segment that is sent, in bytes. */
    SEND_MSS,
    /** Segments sent and not acknowledged; on a listener, connections that wait for accept(). */
    UNACKED,
    /** Segments acknowledged selectively; on a listener, the backlog. */
    SACKED,
    /** Segments that are taken for lost. */
    LOST,
    /** The smoothed round trip time, in microseconds. */
    RTT,
    /** The variation of the round trip time, in microseconds. */
    RTT_VARIATION,
    /** The least round trip time seen, in microseconds. */
    MIN_RTT,
    /** The congestion window, in segments. */
    CONGESTION_WINDOW_SEGMENTS,
    /** The congestion window, in bytes. */
    CONGESTION_WINDOW_BYTES,
    /** The window that the peer offers, in bytes. */
    SEND_WINDOW,
    /** The window that is offered to the peer, in bytes. */
    RECEIVE_WINDOW,
    /** Bytes acknowledged by the peer; on Linux a SYN and a FIN count as one each. */
    BYTES_ACKED,
    /** Bytes received in order; on Linux a FIN counts as one. */
    BYTES_RECEIVED,
    /** Bytes sent, those that were sent again included where the system counts them so. */
    BYTES_SENT,
    /** Bytes sent again. */
    BYTES_RETRANSMITTED,
    /** Bytes sent and not acknowledged. */
    BYTES_IN_FLIGHT,
    /** Bytes in the send buffer, sent or not. */
    BYTES_BUFFERED,
    /** Bytes in the send buffer that were not sent yet. */
    BYTES_NOT_SENT,
    /** Segments sent, with and without data. */
    SEGMENTS_OUT,
    /** Segments received, with and without data. */
    SEGMENTS_IN,
    /** Segments sent that carried data. */
    DATA_SEGMENTS_OUT,
    /** Segments received that carried data. */
    DATA_SEGMENTS_IN,
    /** Segments sent again, since the start. */
    TOTAL_RETRANSMITS
  }

  /** Where a field is: offset and width in bytes, and what one of its units is in the field's. */
  private record Place(int offset, int width, int unit) {}

  private final Request request;
  private final int size;
  private final Map<Field, Place> places;
  private final int firstState;
  private final List<TcpState> states;

  private TcpInfoLayout(
      Request request, int size, Map<Field, Place> places, int firstState, List<TcpState> states) {
    this.request = request;
    this.size = size;
    this.places = places;
    this.firstState = firstState;
    this.states = states;
  }

  /** How to ask for it. */
  public Request request() {
    return request;
  }

  /** How many bytes to ask for. An older system may write fewer. */
  public int size() {
    return size;
  }

  /** Where a field starts, in bytes; -1 where this system does not have it. */
  public int offset(Field field) {
    Place place = places.get(field);
    return place == null ? -1 : place.offset;
  }

  /** How many bytes a field has: 1, 2, 4 or 8; 0 where this system does not have it. */
  public int width(Field field) {
    Place place = places.get(field);
    return place == null ? 0 : place.width;
  }

  /**
   * A field of an answer.
   *
   * @param length how many bytes the kernel wrote
   * @return in the unit of the field; empty where this system does not say
   */
  public OptionalLong read(Field field, byte[] answer, int length) {
    Place place = places.get(field);
    if (place == null || place.offset + place.width > Math.min(length, answer.length)) {
      return OptionalLong.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(answer).order(ByteOrder.nativeOrder());
    long value =
        switch (place.width) {
          case Byte.BYTES -> Byte.toUnsignedLong(bytes.get(place.offset));
          case Short.BYTES -> Short.toUnsignedLong(bytes.getShort(place.offset));
          case Integer.BYTES -> Integer.toUnsignedLong(bytes.getInt(place.offset));
          default -> bytes.getLong(place.offset);
        };
    return OptionalLong.of(value * place.unit);
  }

  /** The state of an answer; null where it is not one of RFC 9293. */
  public @Nullable TcpState state(byte[] answer, int length) {
    OptionalLong number = read(Field.STATE, answer, length);
    return number.isPresent() ? state((int) number.getAsLong()) : null;
  }

  /** What this system's number of a state means; null where it is not one of RFC 9293. */
  public @Nullable TcpState state(int number) {
    int index = number - firstState;
    return index >= 0 && index < states.size() ? states.get(index) : null;
  }

  /** Writes a layout down. */
  public static final class Table {

    private final Request request;
    private final int size;
    // Not an EnumMap: its first use in a JVM takes longer than all the tables together.
    private final Map<Field, Place> places = new HashMap<>();

    /** A layout of that many bytes, without fields. */
    public Table(Request request, int size) {
      this.request = request;
      this.size = size;
    }

    /** A field of {@code width} bytes, 1, 2, 4 or 8. */
    public Table field(Field field, int offset, int width) {
      return field(field, offset, width, 1);
    }

    /** A field of milliseconds whose unit here is a microsecond. */
    public Table milliseconds(Field field, int offset, int width) {
      return field(field, offset, width, 1000);
    }

    private Table field(Field field, int offset, int width, int unit) {
      if (offset + width > size) {
        throw new IllegalArgumentException(field + " ends at " + (offset + width));
      }
      places.put(field, new Place(offset, width, unit));
      return this;
    }

    /** The layout as it stands, with its states from the number {@code firstState} upwards. */
    public TcpInfoLayout states(int firstState, TcpState... states) {
      return new TcpInfoLayout(request, size, Map.copyOf(places), firstState, List.of(states));
    }
  }
}
