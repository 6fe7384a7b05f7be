package socketscope.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.Result;

/**
 * A call of one experiment, with what followed it before the next one.
 *
 * @param key what it is known by
 * @param call as it was made
 * @param result what it answered; null where it has not
 * @param blocked whether it was seen to block
 * @param firstRow the row in which it begins, of its diagram
 * @param toRow the row after its last one: the next call begins there
 * @param returnRow the row in which it returned, if it is another one; else -1
 * @param packets those that followed it
 * @param states the states of TCP that followed it, each with its side: {@code SERVER LISTEN}
 */
public record ComparedCall(
    CallKey key,
    Call call,
    @Nullable Result result,
    boolean blocked,
    int firstRow,
    int toRow,
    int returnRow,
    List<SentPacket> packets,
    List<String> states) {

  /** Keeps copies. */
  public ComparedCall {
    packets = List.copyOf(packets);
    states = List.copyOf(states);
  }
}
