package socketscope.ui.pane;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.Role;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.Textbook;
import socketscope.lesson.Textbook.NextCall;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.LessonPlay;
import socketscope.ui.model.Recording;

/** Which call comes next: by the lesson, or else by the textbook. */
final class Suggestions {

  /** A server gets ready before its client begins. */
  private static final Set<Function> GETTING_READY =
      EnumSet.of(Function.SOCKET, Function.BIND, Function.LISTEN, Function.ACCEPT);

  private final Recording recording;
  private final ExperimentController controller;

  Suggestions(Recording recording, ExperimentController controller) {
    this.recording = recording;
    this.controller = controller;
  }

  /** The next call of that program; empty in the past, which has no next call. */
  Optional<Suggestion> next(String program) {
    if (recording.inPast() || !controller.live()) {
      return Optional.empty();
    }
    LessonPlay lesson = controller.lessonProperty().get();
    return lesson == null ? ofTextbook(program) : ofLesson(lesson, program);
  }

  private Optional<Suggestion> ofLesson(LessonPlay lesson, String program) {
    return lesson
        .next()
        .filter(step -> step.program().equals(program))
        .filter(CallStep.class::isInstance)
        .map(CallStep.class::cast)
        .map(step ->
            new Suggestion(
                step.function(),
                step.operands().stream().map(lesson::written).toList(),
                controller::step));
  }

  private Optional<Suggestion> ofTextbook(String program) {
    Textbook textbook = controller.planProperty().get().exchange().textbook();
    List<Event> events = recording.all();
    boolean early =
        Role.of(program) == Role.CLIENT
            && textbook
                .next("server", events)
                .filter(call -> GETTING_READY.contains(call.function()))
                .isPresent();
    return early
        ? Optional.empty()
        : textbook
            .next(program, events)
            .map(NextCall::function)
            .map(function -> new Suggestion(function, List.of(), null));
  }
}
