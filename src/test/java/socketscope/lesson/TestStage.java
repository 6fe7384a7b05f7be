package socketscope.lesson;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.Service;
import socketscope.event.Signal;
import socketscope.event.Stamp;
import socketscope.event.StepChecked;
import socketscope.lab.PendingCall;

/** Answers the calls of a player as a test has said before. */
final class TestStage implements Stage {

  final List<String> programs = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  final List<PendingCall> pending = new ArrayList<>();
  final List<Event> published = new CopyOnWriteArrayList<>();
  private final Queue<@Nullable Result> answers = new ArrayDeque<>();
  private boolean silent;
  private @Nullable RuntimeException failure;

  /** The next call that has no answer yet returns so. */
  TestStage answer(Result result) {
    answers.add(result);
    return this;
  }

  /** From here on, calls without an answer neither return nor are seen to block. */
  TestStage silent() {
    silent = true;
    return this;
  }

  /** The next call fails in a way that nobody expects. */
  void fail(RuntimeException unexpected) {
    failure = unexpected;
  }

  /** A blocked call returns. */
  void wake(int call, Result result) {
    pending.get(call).returned().complete(new CallReturned(stamp(""), call, null, null, result));
  }

  List<String> checks() {
    return published.stream()
        .map(StepChecked.class::cast)
        .map(check -> check.line() + ": " + check.expected() + " | " + check.actual())
        .toList();
  }

  @Override
  public void start(String program) {
    programs.add(program);
  }

  @Override
  public PendingCall call(String program, int thread, Call call) {
    if (failure != null) {
      RuntimeException unexpected = failure;
      failure = null;
      throw unexpected;
    }
    int id = calls.size();
    calls.add(program + (thread == 1 ? "" : "/" + thread) + ": " + call);
    PendingCall made = new PendingCall(id, new CompletableFuture<>(), new CompletableFuture<>());
    pending.add(made);
    Result result = answers.poll();
    if (result != null) {
      wake(id, result);
    }
    if (!silent) {
      made.blockedOrReturned().complete(null);
    }
    return made;
  }

  @Override
  public List<PendingCall> callsAtOnce(String program, int thread, List<Call> all) {
    List<PendingCall> made = new ArrayList<>();
    for (Call call : all) {
      made.add(call(program, thread, call));
      if (made.size() > 1) {
        calls.set(calls.size() - 1, "+ " + calls.getLast());
      }
    }
    return made;
  }

  @Override
  public CompletableFuture<Void> started(String program) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public PendingCall serve(String program, int listener, Service service) {
    return call(program, 1, new Call(Function.ACCEPT, List.of(new Argument.Descriptor(listener))));
  }

  @Override
  public CompletableFuture<Void> signal(String program, Signal signal) {
    calls.add("kill " + signal + " " + program);
    pending.add(new PendingCall(-1, new CompletableFuture<>(), new CompletableFuture<>()));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public Stamp stamp(String program) {
    return new Stamp(calls.size(), program, published.size());
  }

  @Override
  public void publish(Event event) {
    published.add(event);
  }
}
