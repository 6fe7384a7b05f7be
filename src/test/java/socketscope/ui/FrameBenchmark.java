package socketscope.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketscope.diagram.Filter;
import socketscope.failure.LogFile;
import socketscope.lab.LongRecording;
import socketscope.text.Language;
import socketscope.trace.TraceReader;
import socketscope.ui.command.Command;
import socketscope.ui.file.FilePicker;
import socketscope.ui.model.Autosave;
import socketscope.ui.model.LessonPlay;
import socketscope.ui.model.Settings;

/**
 * How smoothly the window moves at 1920 × 1080 in the software pipeline, and how soon a press is
 * seen; no test, since a machine that does other things would fail it. It needs a display. See
 * docs/performance.md.
 */
class FrameBenchmark {

  private static final int SHORT = 100;
  private static final int LONG = 100_000;
  private static final int ROUNDS = 3;
  private static final int FRAMES = 90;
  private static final int PRESSES = 60;
  private static final double ROW = 30;

  private WindowParts parts;
  private Frames frames;
  private Robot robot;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void theWindowMovesSmoothly() throws Exception {
    // The tests' platform has no display, and draws nothing.
    System.clearProperty("glass.platform");
    Drawing.prepare();
    Path folder = Files.createTempDirectory("socketscope-benchmark");
    CompletableFuture<Void> shown = new CompletableFuture<>();
    Platform.startup(() -> {
      show(folder);
      shown.complete(null);
    });
    shown.get(60, TimeUnit.SECONDS);
    Path few = LongRecording.file(SHORT);
    Path many = LongRecording.file(LONG);
    System.out.printf("%-46s frames | work p50  p99 | frame p50  p99 | late%n", "milliseconds");
    lesson("a lesson's rows appear, real calls");
    press();
    lesson("a lesson's rows appear, once more");
    flood(many);
    for (int round = 0; round < ROUNDS; round++) {
      trace(few, SHORT);
      trace(many, LONG);
    }
    fx(() -> {
      parts.close();
      return null;
    });
  }

  private void show(Path folder) {
    FontFiles.load();
    Settings settings = new Settings();
    settings.languageProperty().set(Language.ENGLISH);
    parts =
        new WindowParts(
            settings,
            new Autosave(folder),
            new LogFile(folder.resolve("log"), () -> "benchmark", 1_000_000),
            _ -> new NoFiles(),
            () -> {});
    Stage stage = new Stage(StageStyle.UNDECORATED);
    stage.setScene(parts.scene);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1920);
    stage.setHeight(1080);
    stage.show();
    frames = new Frames(parts.scene);
    robot = new Robot();
  }

  private static <T> T fx(Callable<T> task) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(task.call());
      } catch (Exception e) {
        done.completeExceptionally(e);
      }
    });
    return done.get(60, TimeUnit.SECONDS);
  }

  /** Frames go by until it holds. */
  private void until(BooleanSupplier condition) throws Exception {
    frames.during(6000, _ -> !condition.getAsBoolean());
  }

  private boolean revealing() {
    return parts.recording.behindProperty().get() > 0;
  }

  /** Plays the first lesson with real calls, each step as soon as the one before was shown. */
  private void lesson(String name) throws Exception {
    fx(() -> {
      parts.chooser.shipped("tcp", Language.ENGLISH);
      return null;
    });
    until(
        () -> parts.recording.lastMoment() == 0 && parts.controller.lessonProperty().get() != null);
    Frames.Times times =
        frames.during(
            4000,
            _ -> {
              LessonPlay play = parts.controller.lessonProperty().get();
              if (!revealing() && play.next().isPresent()) {
                parts.commands().run(Command.FORWARD);
              }
              return revealing() || play.next().isPresent();
            });
    System.out.println(times.row(name));
  }

  /** So many rows at once that nobody could follow them. */
  private void flood(Path many) throws Exception {
    List<socketscope.event.Event> events = TraceReader.read(many).events().subList(0, 20_000);
    Consumer<List<socketscope.event.Event>> consumer = fx(parts.recording::begin);
    int batch = events.size() / 6;
    Frames.Times times =
        frames.during(
            600,
            i -> {
              if (i < 6) {
                consumer.accept(events.subList(i * batch, (i + 1) * batch));
              }
              return i < 6 || revealing();
            });
    System.out.println(times.row("10,000 rows within 100 ms appear"));
  }

  private void trace(Path file, int events) throws Exception {
    long start = System.nanoTime();
    int before = fx(() -> parts.controller.beginningsProperty().get());
    fx(() -> {
      parts.open(file);
      return null;
    });
    Frames.Times opening =
        frames.during(3000, _ -> parts.controller.beginningsProperty().get() == before);
    String of = String.format(Locale.ROOT, " %,d events", events);
    System.out.println(
        opening.row(String.format("open%s: %.0f ms", of, (System.nanoTime() - start) / 1e6)));
    Node diagram = parts.view.diagram.diagram().lookup(".diagram-scroll");
    int middle = fx(() -> parts.recording.lastMoment()) / 2;
    each("scroll" + of, i -> Event.fireEvent(diagram, wheel(i % 40 < 20 ? 1 : -1)));
    each("scroll by pages" + of, i -> Event.fireEvent(diagram, wheel(i % 40 < 20 ? 20 : -20)));
    int steps = Math.min(FRAMES, 2 * middle);
    fx(() -> {
      parts.recording.goTo(middle - steps / 4);
      return null;
    });
    each("step forward and back" + of, i -> step(i % steps < steps / 2));
    each("drag the slider" + of, i -> parts.recording.goTo((i * 7919) % (2 * middle)));
    fx(() -> {
      parts.recording.goToNow();
      parts.view.diagram.find();
      return null;
    });
    TextField field = (TextField) parts.view.diagram.lookup("#find-field");
    String typed = "send len=4 ack hola ";
    each("search, a letter a frame" + of, i -> type(field, typed.substring(0, i % typed.length())));
    Filter acks = Filter.NONE.hidingAcks(true);
    each(
        "filter on and off" + of,
        i -> parts.settings.filterProperty().set(i % 2 == 0 ? acks : Filter.NONE));
    fx(() -> {
      parts.settings.filterProperty().set(Filter.NONE);
      return null;
    });
  }

  private void step(boolean forward) {
    parts.commands().run(forward ? Command.FORWARD : Command.BACK);
  }

  private static void type(TextField field, String text) {
    field.setText(text);
  }

  private void each(String name, IntConsumer frame) throws Exception {
    Frames.Times times =
        frames.during(
            FRAMES,
            i -> {
              frame.accept(i);
              return true;
            });
    System.out.println(times.row(name));
  }

  private static ScrollEvent wheel(double rows) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        400,
        300,
        400,
        300,
        false,
        false,
        false,
        false,
        true,
        false,
        0,
        rows * ROW,
        0,
        rows * ROW,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  /** From the press of a call's button, with the mouse, to the frame that has the call's row. */
  private void press() throws Exception {
    fx(() -> {
      parts.chooser.free();
      return null;
    });
    until(() -> parts.recording.statusProperty().get().programs().size() == 2);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < PRESSES; i++) {
      until(() -> !revealing());
      frames.during(2 + i % 3, _ -> true);
      double before = fx(this::lowestRow);
      fx(() -> {
        // Once there is a socket, its second bind() fails: more sockets would move the buttons.
        moveTo(
            parts.view.server.lookup(
                times.isEmpty() ? "#server-socket .call-button" : "#server-bind .call-button"));
        return null;
      });
      until(() -> true);
      long pressed =
          fx(() -> {
            long now = System.nanoTime();
            robot.mouseClick(MouseButton.PRIMARY);
            return now;
          });
      long[] seen = new long[1];
      frames.during(
          600,
          _ -> {
            // Whether the frame before had it: by now that one has been drawn.
            boolean has = lowestRow() > before;
            seen[0] = has ? System.nanoTime() : 0;
            return !has;
          });
      times.add((seen[0] - pressed) / 1e6);
    }
    double[] all = times.stream().mapToDouble(Double::doubleValue).toArray();
    System.out.printf(
        "press to picture, %d presses: median %.1f ms, p99 %.1f ms%n",
        all.length, Frames.Times.part(all, 0.5), Frames.Times.part(all, 0.99));
  }

  private double lowestRow() {
    return parts.view.diagram.diagram().lookupAll(".diagram-row").stream()
        .mapToDouble(Node::getLayoutY)
        .max()
        .orElse(-1);
  }

  private void moveTo(Node node) {
    Bounds bounds = node.localToScreen(node.getBoundsInLocal());
    robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
  }

  /** Nobody is asked for a file. */
  private static final class NoFiles implements FilePicker {
    @Override
    public Optional<Path> open(Kind kind) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(Kind kind, String suggestedName) {
      return Optional.empty();
    }
  }
}
