package socketscope.code;

import java.util.Optional;

/** What Java's library does otherwise than the call, said above it. */
final class JavaRemarks {

  private JavaRemarks() {}

  static Optional<Phrase> of(Script script, Step step) {
    boolean listener = step.on() != null && step.on().kind() == Handle.Kind.LISTENER;
    Handle made = step.creates();
    return switch (step.function()) {
      case SOCKET -> {
        if (made == null || made.kind() != Handle.Kind.LISTENER || !made.isInternet()) {
          yield Optional.empty();
        }
        boolean strict = script.errors().contains("EADDRINUSE");
        yield Optional.of(strict ? Phrase.JAVA_REUSE_OFF : Phrase.JAVA_REUSE);
      }
      case BIND -> listener ? Optional.of(Phrase.JAVA_BIND) : Optional.empty();
      case LISTEN -> Optional.of(Phrase.JAVA_LISTEN);
      case SEND, SENDTO, RECV, RECVFROM ->
          JavaLimits.dontWait(step) ? Optional.of(Phrase.JAVA_DONTWAIT) : Optional.empty();
      case POLL -> Optional.of(Phrase.JAVA_SELECTOR);
      case FCNTL, IOCTL -> Optional.of(Phrase.JAVA_BLOCKING);
      default -> Optional.empty();
    };
  }
}
