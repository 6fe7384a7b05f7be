package socketscope.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.TcpCounters;
import socketscope.socket.SocketKind;
import socketscope.socket.SocketRecord;
import socketscope.text.Texts;

/** What is new in what the kernel says about a socket. */
final class ObservationSentences {

  private final Texts texts;
  private final Values values;
  private final SocketObserved now;
  private final SocketKind kind;
  private final @Nullable SocketObserved before;

  ObservationSentences(Texts texts, Values values, SocketRecord socket, SocketObserved now) {
    this.texts = texts;
    this.values = values;
    this.now = now;
    this.kind = socket.kind();
    this.before = socket.observedBefore();
  }

  List<String> sentences() {
    SentenceList said =
        new SentenceList(texts).say("observed.asked", now.descriptor(), now.program());
    changes().forEach(said::quote);
    if (now.state() != null && (before == null || before.state() != now.state())) {
      said.say("state." + now.state());
    }
    return said.sentences();
  }

  /** Everything that is new, in one line without a full stop. */
  String line() {
    return changes().stream()
        .map(sentence -> sentence.substring(0, sentence.length() - 1))
        .collect(Collectors.joining("; "));
  }

  private List<String> changes() {
    SentenceList said = new SentenceList(texts);
    state(said);
    addresses(said);
    queue(
        said,
        "observed.unread",
        "observed.unread.none",
        now.receiveQueue(),
        was(before == null ? 0 : before.receiveQueue()));
    queue(
        said,
        unsent(),
        "observed.unsent.none",
        now.sendQueue(),
        was(before == null ? 0 : before.sendQueue()));
    accepting(said);
    drops(said);
    counted(said);
    if (said.sentences().isEmpty()) {
      boolean unnamed = before == null && !named(now.local());
      said.say(unnamed ? "observed.unnamed" : "observed.same", now.descriptor());
    }
    return said.sentences();
  }

  private void state(SentenceList said) {
    if (now.state() == null || before != null && before.state() == now.state()) {
      return;
    }
    if (before == null || before.state() == null) {
      said.say("observed.state", now.descriptor(), now.state().name());
    } else {
      said.say("observed.change", now.descriptor(), before.state().name(), now.state().name());
    }
  }

  private void addresses(SentenceList said) {
    Object local = before == null ? null : before.local();
    Object peer = before == null ? null : before.peer();
    if (named(now.local()) && !now.local().equals(local)) {
      said.say("observed.local", now.descriptor(), now.local().toString());
    }
    if (named(now.peer()) && !Objects.equals(now.peer(), peer)) {
      said.say("observed.peer", now.descriptor(), now.peer().toString());
    }
  }

  private static boolean named(@Nullable SocketAddress address) {
    return address != null && address.named();
  }

  private static long was(long value) {
    return Math.max(value, 0);
  }

  /** Only TCP keeps bytes until they are acknowledged; others count what memory they take. */
  private String unsent() {
    return now.state() != null
        ? "observed.unsent"
        : kind.unix() ? "observed.unsent.unix" : "observed.unsent.memory";
  }

  private void queue(SentenceList said, String some, String none, long value, long was) {
    if (value >= 0 && value != was) {
      said.say(value == 0 ? none : some, now.descriptor(), values.bytes(value));
    }
  }

  private void drops(SentenceList said) {
    long before = this.before == null ? 0 : was(this.before.drops());
    if (now.drops() > before) {
      String count = values.datagrams(now.drops() - before);
      said.say("observed.drops", now.descriptor(), count, now.drops());
    }
  }

  /** Where nothing else is new, such as when an ACK has come. */
  private void counted(SentenceList said) {
    TcpCounters counters = now.counters();
    boolean same = before == null || counters == null || counters.equals(before.counters());
    if (said.sentences().isEmpty() && !same && counters.segmentsOut() >= 0) {
      said.say("observed.counted", now.descriptor(), counters.segmentsOut(), counters.segmentsIn());
    }
  }

  private void accepting(SentenceList said) {
    long was = Optional.ofNullable(before).map(SocketObserved::accepting).orElse(-1L);
    if (now.accepting() >= 0 && now.accepting() != was(was)) {
      said.say(
          "observed.accepting" + (now.accepting() == 0 ? ".none" : ""),
          now.descriptor(),
          values.connections(now.accepting()),
          now.backlog() + 1);
    }
  }
}
