package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * A program is a process now.
 *
 * @param pid its process identifier, as {@code ps} shows it
 * @param parent the program that made it by fork(); null for one that the experiment has started
 */
public record ProgramStarted(Stamp stamp, Role role, long pid, @Nullable Parent parent)
    implements Event {

  /** A program that the experiment has started. */
  public ProgramStarted(Stamp stamp, Role role, long pid) {
    this(stamp, role, pid, null);
  }

  /**
   * Who has made a process.
   *
   * @param program its name
   * @param callId the call to fork()
   */
  public record Parent(String program, long callId) {}
}
