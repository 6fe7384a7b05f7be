package socketscope.lesson;

import socketscope.event.Signal;

/** How a program stands, as the lines of a lesson tell before it is played. */
enum Run {
  RUNNING,
  STOPPED,
  /** It ends as soon as it is continued. */
  DOOMED,
  ENDED;

  /** How it stands after a signal. */
  Run after(Signal signal) {
    return switch (signal) {
      case SIGSTOP -> this == RUNNING ? STOPPED : this;
      case SIGCONT -> this == STOPPED ? RUNNING : this == DOOMED ? ENDED : this;
      case SIGTERM -> this == STOPPED ? DOOMED : this == DOOMED ? DOOMED : ENDED;
      case SIGKILL -> ENDED;
    };
  }
}
