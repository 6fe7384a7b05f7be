package socketscope.code;

import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;

/**
 * How a call touches something that another program may touch as well.
 *
 * @param thing a port, the queue of a listener or of a datagram socket, or one direction of a
 *     connection
 * @param from the first byte that it put in or took out, counted from the direction's beginning
 * @param to the byte after the last one
 * @param data the datagram; null elsewhere
 */
record Effect(String thing, Mode mode, long from, long to, @Nullable Bytes data) {

  /** What it does to the thing. */
  enum Mode {
    /** Says who has the port, or whether there is a listener. */
    CHANGE,
    /** Looks for whoever has the port. */
    USE,
    /** Leaves the port to the kernel, which may keep it (TIME_WAIT). */
    LEAVE,
    /** Puts something in. */
    APPEND,
    /** Nothing more will be put in. */
    END,
    /** Nothing more will be taken out. */
    GONE,
    /** Takes as much as it asks for. */
    TAKE,
    /** Takes less than it asks for: it would have taken more, had there been more. */
    DRAIN,
    /** Finds the end. */
    FINISH,
    /** Its answer depends on all that is there. */
    LOOK
  }

  Effect(String thing, Mode mode) {
    this(thing, mode, 0, 0, null);
  }

  /**
   * Whether what a later effect finds depends on its being later. What takes depends on what it
   * takes, which {@link Order} looks for.
   */
  boolean decides(Effect later) {
    return thing.equals(later.thing)
        && switch (mode) {
          case CHANGE -> later.mode == Mode.CHANGE || later.mode == Mode.USE;
          case USE, LEAVE -> later.mode == Mode.CHANGE;
          case APPEND ->
              later.mode == Mode.APPEND || later.mode == Mode.LOOK || later.mode == Mode.GONE;
          case END -> later.mode == Mode.LOOK || later.mode == Mode.FINISH;
          case GONE -> later.mode == Mode.APPEND || later.mode == Mode.LOOK;
          case DRAIN -> later.mode == Mode.APPEND;
          case LOOK ->
              later.mode == Mode.APPEND || later.mode == Mode.END || later.mode == Mode.GONE;
          case TAKE -> later.mode == Mode.GONE;
          case FINISH -> false;
        };
  }

  /** Whether it takes out some of what the other one has put in. */
  boolean takesOf(Effect put) {
    return thing.equals(put.thing) && put.mode == Mode.APPEND && put.from < to && from < put.to;
  }
}
