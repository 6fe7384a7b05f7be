package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureStarted;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignEvent;
import socketscope.event.NoteWritten;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketObserved;
import socketscope.event.StepChecked;
import socketscope.event.StepFailed;
import socketscope.event.SynSaved;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;
import socketscope.text.Language;
import socketscope.text.Texts;

/**
 * Events in plain sentences with their real values.
 *
 * <p>An event is understood by what came before it, so the methods take the events of a trace, in
 * order, up to the one that is meant.
 */
public final class Sentences {

  private final Texts texts;
  private final Values values;
  private final Lines lines;
  private final ErrnoExplanation errors;

  private Sentences(Language language) {
    this.texts = Texts.of("explain", language);
    this.values = new Values(texts);
    this.lines = new Lines(texts, values);
    this.errors = ErrnoExplanation.of(language);
  }

  /** The sentences in that language. */
  public static Sentences of(Language language) {
    return new Sentences(language);
  }

  /**
   * One short sentence about the last event: {@code client: connect to 127.0.0.1:5000 returned 0
   * after 43 µs}. Without a full stop.
   */
  public String line(List<? extends Event> until) {
    return line(Story.of(until), until.getLast());
  }

  /** That sentence for each of the events, the first ones of a trace, in order. */
  public List<String> lines(List<? extends Event> events) {
    Story story = new Story();
    List<String> all = new ArrayList<>(events.size());
    for (Event event : events) {
      story.add(event);
      all.add(line(story, event));
    }
    return List.copyOf(all);
  }

  /** What just happened in the last event, and what did not: a few plain sentences. */
  public List<String> happened(List<? extends Event> until) {
    return happened(Story.of(until), until.getLast());
  }

  /** What happened in each of the events, the first ones of a trace, in order. */
  public List<List<String>> allHappened(List<? extends Event> events) {
    Story story = new Story();
    List<List<String>> all = new ArrayList<>(events.size());
    for (Event event : events) {
      story.add(event);
      all.add(happened(story, event));
    }
    return List.copyOf(all);
  }

  /** The sentence for an event that is the last one of its story. */
  public String line(Story story, Event event) {
    return lines.line(story, event);
  }

  /** The sentences for an event that is the last one of its story. */
  public List<String> happened(Story story, Event event) {
    return switch (event) {
      case ExperimentStarted started ->
          new SentenceList(texts)
              .say("experiment.started", started.title(), started.system())
              .say("experiment.empty")
              .sentences();
      case ProgramStarted started -> new ProgramSentences(texts).started(started);
      case ProgramEnded ended -> new ProgramSentences(texts).ended(story, ended);
      case ProgramEvent change -> new ProgramSentences(texts).happened(story, change);
      case CallQueued queued -> queued(story, queued);
      case CallStarted started ->
          new WaitSentences(texts, story).started(known(story, started.callId()));
      case CallBlocked blocked -> blocked(story, blocked);
      case CallReturned returned -> returned(story, returned);
      case PacketSeen packet ->
          new PacketText(texts, values, packet, story.reading(packet)).sentences();
      case PacketInferred packet -> new InferredText(texts, values).sentences(story, packet);
      case CaptureStarted started -> new CaptureSentences(texts).started(started);
      case CaptureEnded ended -> new CaptureSentences(texts).ended(ended);
      case SocketObserved observed -> observed(story, observed);
      case SynSaved saved -> new KernelSentences(texts, values).happened(saved);
      case ConnectionObserved kept -> new KernelSentences(texts, values).happened(kept);
      case ConnectionForgotten forgotten ->
          new KernelSentences(texts, values).happened(story, forgotten);
      case ForeignEvent known -> new ForeignSentences(texts, values).happened(known);
      case StepChecked checked -> new StepSentences(texts).checked(story, checked);
      case StepFailed failed -> List.of(lines.line(story, failed));
      case NoteWritten note -> List.of(lines.line(story, note));
    };
  }

  private List<String> queued(Story story, CallQueued queued) {
    return new WaitSentences(texts, story).queued(known(story, queued.callId()), queued.behind());
  }

  private List<String> blocked(Story story, CallBlocked blocked) {
    MadeCall call = story.call(blocked.callId());
    return call == null
        ? List.of(texts.get("line.unknown", blocked.program()))
        : new WaitSentences(texts, story).blocked(call, blocked.proof());
  }

  private List<String> observed(Story story, SocketObserved observed) {
    SocketRecord socket = story.socket(observed.socket());
    return socket == null
        ? List.of()
        : new ObservationSentences(texts, values, socket, observed).sentences();
  }

  private List<String> returned(Story story, CallReturned returned) {
    MadeCall call = story.call(returned.callId());
    if (call == null) {
      return List.of(texts.get("line.unknown", returned.program()));
    }
    if (returned.result().failed()) {
      Explanation why = errors.errno(story, returned);
      return List.of(failed(call, returned), why.meaning(), why.advice());
    }
    List<String> sentences = new ArrayList<>(succeeded(story, call, returned));
    if (call.wasBlocked()) {
      String time = values.duration(returned.stamp().nanos() - call.since());
      sentences.add(1, texts.get("woken", time));
    }
    return List.copyOf(sentences);
  }

  private String failed(MadeCall call, CallReturned returned) {
    return texts.get(
        "failed",
        call.call().function().cName() + "()",
        returned.result().value(),
        String.valueOf(returned.result().errno()));
  }

  /** What one would not expect of a call that has succeeded, the last event of its story. */
  List<String> surprises(Story story, MadeCall call, CallReturned event) {
    if (event.result().failed()) {
      return List.of();
    }
    ReturnedCall returned = new ReturnedCall(texts, values, story, call, event);
    var _ = succeeded(returned);
    return List.copyOf(returned.surprises());
  }

  private List<String> succeeded(Story story, MadeCall call, CallReturned event) {
    return succeeded(new ReturnedCall(texts, values, story, call, event));
  }

  private static List<String> succeeded(ReturnedCall returned) {
    return switch (returned.call().function().basic()) {
      case SOCKET -> SetupSentences.socket(returned);
      case BIND -> SetupSentences.bind(returned);
      case LISTEN -> SetupSentences.listen(returned);
      case ACCEPT -> ConnectSentences.accept(returned);
      case CONNECT -> ConnectSentences.connect(returned);
      case SEND -> MessageSentences.sent(returned);
      case RECV -> MessageSentences.received(returned);
      case SHUTDOWN -> CloseSentences.shutdown(returned);
      case CLOSE -> CloseSentences.close(returned);
      case GETSOCKNAME -> QuerySentences.name(returned, "getsockname.ok");
      case GETPEERNAME -> QuerySentences.name(returned, "getpeername.ok");
      case GETSOCKOPT -> QuerySentences.option(returned);
      case SETSOCKOPT -> QuerySentences.setOption(returned);
      case FCNTL -> QuerySentences.fcntl(returned);
      case IOCTL -> QuerySentences.ioctl(returned);
      case SOCKETPAIR -> SetupSentences.pair(returned);
      case FORK -> SetupSentences.fork(returned);
      case DUP -> QuerySentences.dup(returned);
      case POLL -> QuerySentences.poll(returned);
      case SELECT -> ReadinessSentences.select(returned);
      case EPOLL_CTL -> ReadinessSentences.change(returned);
      case EPOLL_WAIT -> ReadinessSentences.epoll(returned);
      default ->
          returned
              .said()
              .say(
                  "call." + returned.call().function().cName() + ".ok",
                  returned.name(),
                  returned.result().value(),
                  String.valueOf(returned.result().option()))
              .sentences();
    };
  }

  private static MadeCall known(Story story, long callId) {
    @Nullable MadeCall call = story.call(callId);
    if (call == null) {
      throw new IllegalArgumentException("the event is not the last one of its story");
    }
    return call;
  }
}
