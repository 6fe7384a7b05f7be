package socketscope.ui.model;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.Service;
import socketscope.event.SocketAddress;
import socketscope.lab.Experiment;
import socketscope.lab.RefusedCallException;

/**
 * Has a program serve by itself. Where it has no listener, the calls that make one come first, real
 * ones as all others; where one of them fails, that is as far as it goes, and its answer is shown.
 */
final class Serving {

  private static final int BACKLOG = 128;

  private final Experiment experiment;
  private final String program;
  private final Service service;
  private final Executor window;

  /**
   * For a program.
   *
   * @param window runs what follows an answer on the JavaFX thread
   */
  Serving(Experiment experiment, String program, Service service, Executor window) {
    this.experiment = experiment;
    this.program = program;
    this.service = service;
    this.window = window;
  }

  /** Serves on that listener. */
  void on(int listener) throws RefusedCallException {
    experiment.serve(program, listener, service);
  }

  /** Makes a listener for the plan, and serves on it. Returns at once. */
  void onNewListener(Plan plan) throws RefusedCallException {
    List<String> kind = List.of(plan.domain(), plan.exchange().socketType(), plan.protocol());
    Call socket;
    try {
      socket = Call.parse(Function.SOCKET, kind);
    } catch (NotationException e) {
      throw new IllegalStateException(e); // only what this system has can be planned
    }
    then(socket, made -> bind(made, plan.address(Role.SERVER)));
  }

  private void bind(Result made, String address) {
    int descriptor = (int) made.value();
    attempt(
        made,
        () -> {
          Argument listener = new Argument.Descriptor(descriptor);
          Argument name = new Argument.Address(SocketAddress.parse(address));
          then(
              new Call(Function.BIND, List.of(listener, name)), bound -> listen(bound, descriptor));
        });
  }

  private void listen(Result bound, int descriptor) {
    attempt(
        bound,
        () -> {
          Call listen =
              new Call(
                  Function.LISTEN,
                  List.of(new Argument.Descriptor(descriptor), new Argument.Number(BACKLOG)));
          then(listen, done -> attempt(done, () -> on(descriptor)));
        });
  }

  /** Makes a call, and goes on with its answer; where the program ends before, with nothing. */
  private void then(Call call, Consumer<Result> next) throws RefusedCallException {
    CompletableFuture<CallReturned> returned = experiment.call(program, call).returned();
    // The window reports what it throws; a future would keep it.
    var _ = returned.thenAccept(done -> window.execute(() -> next.accept(done.result())));
  }

  /** One step of several. */
  private interface Step {
    void make() throws RefusedCallException, NotationException;
  }

  private static void attempt(Result before, Step step) {
    if (before.failed()) {
      return;
    }
    try {
      step.make();
    } catch (RefusedCallException | NotationException e) {
      // The program has ended meanwhile, which its pane shows.
    }
  }
}
