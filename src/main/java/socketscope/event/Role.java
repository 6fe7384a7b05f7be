package socketscope.event;

/** Which side of the picture a program stands on. It limits no call. */
public enum Role {
  /** Takes the first step: on the left. */
  CLIENT,
  /** Waits to be asked: on the right. */
  SERVER;

  /** The role that a program's name tells: {@code server}, {@code server2} ... serve. */
  public static Role of(String program) {
    return program.startsWith("server") ? SERVER : CLIENT;
  }
}
