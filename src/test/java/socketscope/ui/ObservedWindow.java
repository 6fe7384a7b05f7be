package socketscope.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Window;

/**
 * The main of a process with the application's own window, that a test can kill. It writes what the
 * window asks, does what its argument says, and writes that it is done: {@code call} has the server
 * make a socket, and lives on; {@code look} closes the window; {@code open} says yes before.
 */
public final class ObservedWindow {

  private static final long BETWEEN_LOOKS_NANOS = 50_000_000;

  private ObservedWindow() {}

  /** Called by Java. Whatever goes wrong ends the process, the window with it. */
  public static void main(String[] arguments) {
    try {
      observe(arguments[0]);
    } catch (Exception | Error e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void observe(String task) throws Exception {
    Thread.ofPlatform().start(() -> Application.launch(SocketscopeApp.class));
    until(() -> !Window.getWindows().isEmpty());
    until(() -> find("#notice") != null);
    until(() -> find("#server-socket .call-button") != null);
    say("asked: " + inWindow(ObservedWindow::notice));
    switch (task) {
      case "call" -> {
        until(() -> !find("#server-socket").isDisabled());
        inWindow(() -> {
          ((Button) find("#server-socket .call-button")).fire();
          return true;
        });
        until(() -> ((Label) find("#server-socket .call-result")).getText().startsWith("= "));
        say("called");
        new CountDownLatch(1).await(); // until it is killed
      }
      case "open" -> {
        inWindow(() -> {
          ((Button) find("#notice #offer")).fire();
          return true;
        });
        until(() -> notice().contains("saved trace") || notice().contains("traza guardada"));
        say("opened");
        Platform.exit();
      }
      default -> Platform.exit();
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static Node find(String selector) {
    Scene scene = Window.getWindows().getFirst().getScene();
    return scene == null ? null : scene.lookup(selector);
  }

  private static String notice() {
    Node notice = find("#notice");
    return notice.isVisible() ? ((Label) notice.lookup(".label")).getText() : "nothing";
  }

  private static <T> T inWindow(Supplier<T> question) throws Exception {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        answer.complete(question.get());
      } catch (RuntimeException e) {
        answer.completeExceptionally(e);
      }
    });
    return answer.get(60, TimeUnit.SECONDS);
  }

  private static void until(Supplier<Boolean> condition) throws Exception {
    for (int i = 0; i < 1200; i++) {
      try {
        if (inWindow(condition)) {
          return;
        }
      } catch (IllegalStateException e) {
        // JavaFX has not started yet.
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
    throw new IllegalStateException("not seen in time");
  }
}
