package socketscope.ui.pane;

import static javafx.scene.TraversalDirection.NEXT;
import static javafx.scene.TraversalDirection.PREVIOUS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.Role;
import socketscope.event.Service;
import socketscope.event.Signal;
import socketscope.event.SocketId;
import socketscope.lab.RefusedCallException;
import socketscope.lesson.LessonStep;
import socketscope.socket.MadeCall;
import socketscope.status.ProgramStatus;
import socketscope.status.SocketStatus;
import socketscope.status.UsualDescriptor;
import socketscope.ui.file.FilePicker;
import socketscope.ui.model.Edits;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.LessonPlay;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Recording;
import socketscope.ui.scroll.DirectScroll;
import socketscope.ui.wording.Words;

/** A program on one side of the picture. */
public final class ProgramPane extends VBox {

  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

  private final Role role;
  private final Recording recording;
  private final ExperimentController controller;
  private final FilePicker files;
  private final Edits edits;
  private final Words words;
  private final SidePrograms programs;
  private final Suggestions suggestions;
  private final PaneHeader header;
  private final ProgramChips chips;
  private final EndedLine ended;
  private final ServingLine serving;
  private final SocketCards cards;
  private final CallList calls;
  private final QueueBars queues;
  private final Timeline clock;
  private final DirectScroll scroll;
  private @Nullable Function next;
  private String program;
  private @Nullable SocketId picked;

  /** The pane of the programs of that role. */
  public ProgramPane(
      Role role,
      Recording recording,
      ExperimentController controller,
      FilePicker files,
      Edits edits,
      Words words) {
    this.files = files;
    this.edits = edits;
    this.role = role;
    this.recording = recording;
    this.controller = controller;
    this.words = words;
    this.program = role == Role.CLIENT ? "client" : "server";
    this.programs = new SidePrograms(role, recording, controller);
    this.suggestions = new Suggestions(recording, controller);
    ProgramCalls made = new ProgramCalls();
    this.header = new PaneHeader(role, words, made);
    this.chips = new ProgramChips(words, this::choose);
    this.ended = new EndedLine(words, made);
    this.serving = new ServingLine(words);
    this.cards = new SocketCards(program, words, this::pick);
    this.calls = new CallList(role, words, made, controller.planProperty().get());
    calls.hoverProperty().addListener((_, _, pointed) -> cards.stay(pointed));
    this.queues = new QueueBars(words);
    this.clock = new Timeline(new KeyFrame(Duration.millis(100), _ -> tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    getStyleClass().addAll("surface", "program-pane");
    scroll = new DirectScroll(new VBox(ended, serving, cards, calls));
    scroll.getContent().getStyleClass().add("pane-content");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(DirectScroll.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    scroll.hoverProperty().addListener((_, _, pointed) -> revealNext());
    getChildren().addAll(header, chips, scroll, queues);
    words.name(this, "pane." + role);
    observe();
  }

  private void observe() {
    recording.shownProperty().addListener((_, _, _) -> refresh());
    controller
        .beginningsProperty()
        .addListener((_, _, _) -> begin(controller.planProperty().get()));
    controller.programsProperty().addListener((_, _, _) -> refresh());
    controller
        .lessonProperty()
        .addListener((_, _, lesson) -> {
          if (lesson != null) {
            lesson.madeProperty().addListener((_, _, _) -> followLesson(lesson));
            followLesson(lesson);
          }
          refresh();
        });
    words.onChange(this::refresh);
  }

  private void begin(Plan plan) {
    program =
        plan.programs().stream()
            .filter(name -> Role.of(name) == role)
            .findFirst()
            .orElse(role == Role.CLIENT ? "client" : "server");
    if (!controller.live()) {
      program = programs.speaking().orElse(program);
    }
    picked = null;
    calls.begin(plan);
    scroll.setVvalue(0);
    refresh();
  }

  /** Brings the next call into sight, once that moves nothing under the pointer. */
  private void revealNext() {
    if (next != null && !scroll.isHover()) {
      scroll.reveal(row(next));
    }
  }

  /** Brings the program of the next step to the front. */
  private void followLesson(LessonPlay lesson) {
    lesson
        .next()
        .map(LessonStep::program)
        .filter(name -> Role.of(name) == role)
        .ifPresent(name -> program = name);
    refresh();
  }

  private void choose(String name) {
    program = name;
    picked = null;
    refresh();
  }

  /** Whether the calls beyond the textbook's are shown. */
  public BooleanProperty moreCallsProperty() {
    return calls.openProperty();
  }

  /** The row of a function. */
  FunctionRow row(Function function) {
    return calls.row(function);
  }

  private void refresh() {
    pseudoClassStateChanged(PAST, recording.inPast());
    ProgramStatus status = programs.status(program);
    if (status.socket(picked).map(SocketStatus::closed).orElse(true)) {
      picked = null;
    }
    header.show(status, controller.live() && !recording.inPast(), !controller.live());
    chips.show(programs.all(), program);
    ended.show(status, controller.live(), controller.captured());
    serving.show(status);
    Optional<SocketStatus> current = current(status);
    cards.show(status.sockets(), current.orElse(null), shownMoment());
    Optional<Suggestion> suggested = suggestions.next(program);
    calls.keepTo(controller.live() ? null : status.calls().keySet());
    calls.show(
        status,
        picked,
        suggested,
        controller.live() && (status.end() == null || recording.inPast()),
        programs.known());
    Function before = next;
    next = suggested.map(Suggestion::function).orElse(null);
    if (next != before) {
      revealNext();
    }
    boolean listens =
        controller.planProperty().get().exchange().functions(role).contains(Function.LISTEN);
    // Of a capture nobody knows what waited in the kernels.
    queues.setVisible(!controller.captured());
    queues.setManaged(!controller.captured());
    queues.show(status, current.orElse(null), listens);
    boolean waits = controller.live() && (!status.waiting().isEmpty() || counts(status));
    if (waits && clock.getStatus() != Animation.Status.RUNNING) {
      clock.play();
    } else if (!waits) {
      clock.stop();
    }
  }

  private void tick() {
    calls.tick(recording.inPast() ? 0 : controller.now());
    cards.tick(shownMoment());
  }

  /** Whether time alone changes what is shown: a timer runs down. */
  private boolean counts(ProgramStatus status) {
    return !recording.inPast()
        && status.sockets().stream()
            .anyMatch(socket -> socket.kept() != null && socket.kept().timerEnds() != 0);
  }

  /** Now, or in the past and in an opened file the moment of the last event that is shown. */
  private long shownMoment() {
    List<Event> shown = recording.shownProperty().get();
    return controller.live() && !recording.inPast()
        ? controller.now()
        : shown.isEmpty() ? 0 : shown.getLast().stamp().nanos();
  }

  private void pick(SocketId socket) {
    picked = socket.equals(picked) ? null : socket;
    refresh();
  }

  /** The socket that the calls for data would be made on. */
  private Optional<SocketStatus> current(ProgramStatus status) {
    int descriptor = UsualDescriptor.of(status, Function.RECV, picked);
    return status.sockets().reversed().stream()
        .filter(socket -> !socket.closed() && socket.descriptor() == descriptor)
        .findFirst();
  }

  /** Starts one more program of this side, and shows it. */
  public void addProgram() {
    controller.add(role, 1).stream().findFirst().ifPresent(this::choose);
  }

  /** The calls of the program that is shown, as they stand in their rows. */
  public List<OfferedCall> offeredCalls() {
    return calls.inSight().stream()
        .map(row ->
            new OfferedCall(
                role + "." + row.function(),
                program + ": " + row.callText(),
                !row.isDisable(),
                row::call))
        .toList();
  }

  /** Moves the focus to the call that comes next, or the first one. */
  public void focusFirstCall() {
    Function function =
        suggestions
            .next(program)
            .map(Suggestion::function)
            .orElse(controller.planProperty().get().exchange().functions(role).getFirst());
    row(function).button().requestFocus();
    // A focus that only a key moves is seen: there and back again.
    if (getScene() != null && row(function).button().requestFocusTraversal(NEXT)) {
      getScene().getFocusOwner().requestFocusTraversal(PREVIOUS);
    }
  }

  /** Interrupts the call of this program that has blocked last; false where none blocks. */
  public boolean interruptLast() {
    var blocked = programs.status(program).lastBlocked();
    blocked.ifPresent(call -> controller.interrupt(call.id()));
    return blocked.isPresent();
  }

  /** Makes the calls of the program that is shown. */
  private final class ProgramCalls implements CallActions {

    @Override
    public void make(Call call) throws RefusedCallException {
      controller.call(program, call);
    }

    @Override
    public void makeAside(Call call) throws RefusedCallException {
      int descriptor = call.descriptor().orElse(-1);
      long busy =
          programs.status(program).waiting().stream()
              .filter(other -> other.call().descriptor().orElse(-1) == descriptor)
              .filter(other -> other.stage() != MadeCall.Stage.QUEUED)
              .count();
      controller.call(program, (int) Math.max(2, busy + 1), call);
    }

    @Override
    public void makeInAll(Function function, List<String> texts, List<String> usual)
        throws RefusedCallException, NotationException, IOException {
      for (ProgramStatus each : programs.all()) {
        if (each.running()) {
          List<String> own =
              new ArrayList<>(
                  UsualArguments.of(function, controller.planProperty().get(), each, null));
          for (int i = 0; i < texts.size(); i++) {
            if (i >= usual.size() || !texts.get(i).equals(usual.get(i))) {
              own.subList(Math.min(i, own.size()), Math.min(i + 1, own.size())).clear();
              own.add(Math.min(i, own.size()), texts.get(i));
            }
          }
          controller.call(each.name(), TypedCall.parse(function, own));
        }
      }
    }

    @Override
    public long programs() {
      return programs.all().stream().filter(ProgramStatus::running).count();
    }

    @Override
    public void interrupt(long callId) {
      controller.interrupt(callId);
    }

    @Override
    public void startAgain() {
      controller.startAgain(program);
    }

    @Override
    public Edits edits() {
      return edits;
    }

    @Override
    public Choices choices() {
      return new Choices(controller.planProperty().get(), programs.status(program));
    }

    @Override
    public Optional<Path> pickFile() {
      return files.open(FilePicker.Kind.DATA);
    }

    @Override
    public void signal(Signal signal) {
      controller.signal(program, signal);
    }

    @Override
    public void serve(Service service) {
      OptionalInt listener =
          programs.status(program).sockets().stream()
              .filter(SocketStatus::listening)
              .mapToInt(SocketStatus::descriptor)
              .reduce((_, later) -> later);
      try {
        controller.serve(program, listener, service);
      } catch (RefusedCallException e) {
        // It has ended meanwhile, which the pane says.
      }
    }

    @Override
    public void add(int count) {
      controller.add(role, count).stream().findFirst().ifPresent(ProgramPane.this::choose);
    }

    @Override
    public long now() {
      return recording.inPast() ? 0 : controller.now();
    }
  }
}
