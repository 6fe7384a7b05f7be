package socketscope.ui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import socketscope.capture.CaptureFile.NoPacketsException;
import socketscope.event.Call;
import socketscope.event.NoteWritten;
import socketscope.event.Place;
import socketscope.event.Role;
import socketscope.event.Service;
import socketscope.event.Signal;
import socketscope.kernel.UnsupportedKernelException;
import socketscope.lab.ProgramStartException;
import socketscope.lab.RefusedCallException;
import socketscope.text.Texts;
import socketscope.trace.TraceFormatException;

/**
 * Starts and ends the experiment, and makes its calls. There is one experiment at a time, or an
 * opened trace in its place.
 */
public final class ExperimentController {

  /** A file of fewer bytes is read at once: it takes no longer than a few frames. */
  private static final long SMALL = 256 * 1024;

  private final EventPump pump;
  private final Recording recording;
  private final Notices notices;
  private final Autosave autosave;
  private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>(Plan.FIRST);
  private final ReadOnlyObjectWrapper<@Nullable LessonPlay> lesson = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TraceLoading> opening =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper beginnings = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<List<String>> programs =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Starter starter;
  private final List<Thread> closing = new ArrayList<>();
  private @Nullable RunningExperiment running;
  private @Nullable OpenedTrace opened;
  private boolean captured;
  private String file = "";

  /** A controller without an experiment. */
  public ExperimentController(
      EventPump pump, Recording recording, Notices notices, Autosave autosave) {
    this.pump = pump;
    this.recording = recording;
    this.notices = notices;
    this.autosave = autosave;
    this.starter = new Starter(pump, notices);
  }

  /** The programs that were started in this experiment, with those that have not yet said so. */
  public ReadOnlyObjectProperty<List<String>> programsProperty() {
    return programs.getReadOnlyProperty();
  }

  /** What is tried; while a trace is open, what was tried last. */
  public ReadOnlyObjectProperty<Plan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** Counts the experiments begun and the traces opened; changes after all else has. */
  public ReadOnlyIntegerProperty beginningsProperty() {
    return beginnings.getReadOnlyProperty();
  }

  /** The lesson that is played; null for none. */
  public ReadOnlyObjectProperty<@Nullable LessonPlay> lessonProperty() {
    return lesson.getReadOnlyProperty();
  }

  /** Whether an experiment runs, so that calls can be made. */
  public boolean live() {
    return running != null;
  }

  /**
   * The beginning of a command that runs another one where the programs run; empty where none is
   * needed, or nothing runs.
   */
  public List<String> enter() {
    return running == null ? List.of() : running.experiment().enter();
  }

  /** The name of the file that is shown in place of an experiment; empty for none. */
  public String file() {
    return file;
  }

  /** Whether what was opened last is captured packets, not a trace. */
  public boolean captured() {
    return captured;
  }

  /** Ends the experiment and starts one for that plan. */
  public void begin(Plan next) {
    cancelOpening();
    end();
    captured = false;
    file = "";
    var consumer = recording.begin();
    try {
      running = RunningExperiment.start(next, pump, autosave, consumer, this::lost);
    } catch (ProgramStartException e) {
      notices.show(Notice.fault("fault.start", e.program()));
    } catch (UnsupportedKernelException e) {
      notices.show(Notice.fault("fault.kernel"));
    } catch (IOException e) {
      notices.show(Notice.fault("fault.ports"));
    }
    // Alone, every port is free.
    boolean shares =
        running != null && running.experiment().place().equals(Optional.of(Place.SHARED));
    plan.set(shares && next.lesson() == null ? next.withFreePorts() : next);
    programs.set(running == null ? List.of() : running.experiment().programs());
    lesson.set(play(next));
    beginnings.set(beginnings.get() + 1);
  }

  /** The experiment is no longer kept in its file: whoever wants it must save it elsewhere. */
  private void lost(UncheckedIOException reason) {
    String why = String.valueOf(reason.getCause().getMessage());
    Notice notice =
        Notice.fault(words ->
            words.get(
                "fault.autosave", why, words.get("menu.file"), words.get("command.save_trace")));
    pump.execute(() -> notices.show(notice));
  }

  private @Nullable LessonPlay play(Plan next) {
    return running == null || next.lesson() == null || running.ports() == null
        ? null
        : new LessonPlay(next.lesson(), running.experiment(), running.ports(), pump, notices);
  }

  /**
   * Ends the experiment and shows a trace in its place; where it cannot be read, says why. A large
   * file is read while the window goes on; it shows what it showed until then.
   */
  public void open(Path file) {
    cancelOpening();
    TraceLoading next = new TraceLoading(file, pump);
    if (isSmall(file)) {
      opened(next, next.read());
    } else {
      opening.set(next);
      next.start(ended -> {
        opening.set(null);
        opened(next, ended);
      });
    }
  }

  private static boolean isSmall(Path file) {
    try {
      return Files.size(file) < SMALL;
    } catch (IOException e) {
      return true; // what is wrong is told when it is read
    }
  }

  private void opened(TraceLoading read, TraceLoading.Ended ended) {
    if (ended.folded() != null) {
      end();
      opened = new OpenedTrace(recording.begin(ended.folded()), recording.all(), autosave);
      captured = read.captured();
      file = read.name();
      lesson.set(null);
      programs.set(List.of());
      beginnings.set(beginnings.get() + 1);
      String whole = captured ? "notice.opened.capture" : "notice.opened";
      notices.show(Notice.information(ended.cutShort() ? "notice.opened.cut" : whole, read.name()));
    } else if (ended.fault() instanceof NoPacketsException) {
      notices.show(Notice.fault("fault.no-packets", read.name()));
    } else if (ended.fault() instanceof TraceFormatException e) {
      notices.show(
          Notice.fault(words ->
              words.get(
                  "fault.trace", read.name(), e.sentence(Texts.of("trace", words.language())))));
    } else {
      notices.show(Notice.fault("fault.read", read.name()));
    }
  }

  /** The trace that is being read; null for none. */
  public ReadOnlyObjectProperty<@Nullable TraceLoading> openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /** Stops reading a trace; false where none is being read. */
  public boolean cancelOpening() {
    TraceLoading reading = opening.get();
    if (reading != null) {
      reading.cancel();
      opening.set(null);
    }
    return reading != null;
  }

  /**
   * Makes a call, and shows what happens now.
   *
   * @throws RefusedCallException where it was not made
   */
  public void call(String program, Call call) throws RefusedCallException {
    call(program, 1, call);
  }

  /**
   * Makes a call from that thread of a program, and shows what happens now.
   *
   * @param thread 1, 2 ...
   * @throws RefusedCallException where it was not made
   */
  public void call(String program, int thread, Call call) throws RefusedCallException {
    if (running != null) {
      running.experiment().call(program, thread, call);
      recording.expect();
    }
  }

  /**
   * Makes the lesson's next step, and shows what happens now; where there is none, or one is at
   * work, does nothing.
   */
  public void step() {
    LessonPlay play = lesson.get();
    if (play != null && play.ready()) {
      recording.expect();
      play.step();
    }
  }

  /** Interrupts a call that blocks, and shows what happens now. */
  public void interrupt(long callId) {
    if (running != null) {
      running.experiment().interrupt(callId);
      recording.expect();
    }
  }

  /** Sends a program a signal, and shows what happens now. */
  public void signal(String program, Signal signal) {
    if (running != null) {
      var _ = running.experiment().send(program, signal);
      recording.expect();
    }
  }

  /**
   * Has a program serve by itself, and shows what happens now.
   *
   * @param listener the descriptor to serve on; empty to make one by the plan first
   * @throws RefusedCallException where the program does not run
   */
  public void serve(String program, OptionalInt listener, Service service)
      throws RefusedCallException {
    if (running != null) {
      Serving serving = new Serving(running.experiment(), program, service, pump);
      if (listener.isPresent()) {
        serving.on(listener.getAsInt());
      } else {
        serving.onNewListener(plan.get());
      }
      recording.expect();
    }
  }

  /**
   * Adds a note to the experiment. A file that was opened stays as it is; what was noted about it
   * is kept as an experiment of its own.
   */
  public void note(NoteWritten note) {
    if (running != null) {
      running.experiment().publish(note);
    } else if (opened != null) {
      opened.note(note);
    }
  }

  /** Starts a program that has ended once more. */
  public void startAgain(String program) {
    if (running != null) {
      starter.start(running.experiment(), List.of(program));
      recording.expect();
    }
  }

  /**
   * Starts so many more programs of that role. Returns at once.
   *
   * @return their names; empty where nothing runs
   */
  public List<String> add(Role role, int count) {
    if (running == null) {
      return List.of();
    }
    List<String> all = new ArrayList<>(programs.get());
    String name = role == Role.CLIENT ? "client" : "server";
    List<String> added =
        IntStream.iterate(1, number -> number + 1)
            .mapToObj(number -> number == 1 ? name : name + number)
            .filter(candidate -> !all.contains(candidate))
            .limit(count)
            .toList();
    all.addAll(added);
    programs.set(List.copyOf(all));
    starter.start(running.experiment(), added);
    recording.expect();
    return added;
  }

  /** The time in nanoseconds on the clock of the stamps; 0 where nothing runs. */
  public long now() {
    return running == null ? 0 : running.experiment().stamp("").nanos();
  }

  /** The newest experiment before this one, to be opened again. */
  public @Nullable Path last() {
    return autosave.last().orElse(null);
  }

  /** Ends the experiment. That takes a moment, for which the window does not wait. */
  public void end() {
    if (lesson.get() != null) {
      lesson.get().close();
    }
    if (opened != null) {
      opened.close();
      opened = null;
    }
    if (running != null) {
      closing.add(Thread.ofPlatform().name("closing").start(running::close));
      running = null;
    }
    closing.removeIf(thread -> !thread.isAlive());
  }

  /** Ends the experiment, and waits until all programs have ended. */
  public void close() {
    cancelOpening();
    end();
    recording.forget();
    try {
      for (Thread thread : closing) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
