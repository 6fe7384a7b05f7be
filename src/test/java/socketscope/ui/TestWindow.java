package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import socketscope.UncaughtExceptions;
import socketscope.failure.FailureLog;
import socketscope.failure.LogFile;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.file.FilePicker;
import socketscope.ui.model.Autosave;
import socketscope.ui.model.Settings;
import socketscope.ui.model.Theme;

/**
 * A window for tests, opened before each and closed after it: real programs, no animation, files
 * picked by the test. What keeps itself from one run to the next is in a folder of its own.
 */
final class TestWindow implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  /** The headless platform's screen is as wide and high as this, and draws no larger window. */
  private static final double HEADLESS_SCREEN = 1000;

  private final ApplicationExtension application = new ApplicationExtension();
  private final UncaughtExceptions uncaught = new UncaughtExceptions();
  private final Consumer<TestWindow> begin;
  WindowParts parts;
  Settings settings;
  Stage stage;
  LogFile log;
  Path folder;
  private boolean failuresExpected;
  private Path picked;

  /** A window in which nothing has happened, and no program runs. */
  TestWindow() {
    this(_ -> {});
  }

  /**
   * A window.
   *
   * @param begin what is done with it, on the JavaFX thread, before each test
   */
  TestWindow(Consumer<TestWindow> begin) {
    this.begin = begin;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    folder = Files.createTempDirectory("window");
    failuresExpected = false;
    application.postProcessTestInstance(this, context);
    application.beforeEach(context);
  }

  /** Called by TestFX on the JavaFX thread. */
  @Start
  void open(Stage shown) {
    FontFiles.load();
    stage = shown;
    settings = new Settings();
    settings.reducedMotionProperty().set(true);
    settings.languageProperty().set(Language.ENGLISH);
    log = new LogFile(folder.resolve("log"), () -> "test", 1_000_000);
    parts =
        new WindowParts(settings, new Autosave(folder), log, _ -> new PickedByTest(), stage::close);
    parts.notices.paceProperty().set(0);
    WindowTitle.keep(stage, parts.controller, parts.words);
    takeFailures();
    stage.setScene(parts.scene);
    stage.setWidth(HEADLESS_SCREEN);
    stage.setHeight(HEADLESS_SCREEN);
    stage.show();
    begin.accept(this);
  }

  /** Ends what runs in it. */
  void close() {
    parts.close();
    if (failuresExpected) {
      uncaught.clear();
    }
    uncaught.end();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    try {
      if (parts != null) {
        close();
      }
    } finally {
      application.afterEach(context);
    }
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return application.supportsParameter(parameter, context);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return application.resolveParameter(parameter, context);
  }

  /** As the application does, in place of TestFX, which sets its own handler when it is loaded. */
  private void takeFailures() {
    WaitForAsyncUtils.clearExceptions();
    uncaught.begin();
    FailureLog logging = new FailureLog(log);
    Thread.setDefaultUncaughtExceptionHandler(
        parts.failures((thread, failure) -> {
          logging.uncaughtException(thread, failure);
          uncaught.uncaughtException(thread, failure);
        }));
  }

  /** What fails in a thread does not fail the test. */
  void expectFailures() {
    failuresExpected = true;
  }

  /** The file that the user picks next. */
  void pick(Path file) {
    picked = file;
  }

  /** Waits until it holds. */
  static void until(String what, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    } catch (TimeoutException e) {
      throw new AssertionError("not seen in time: " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  <T extends Node> T find(String selector, Class<T> type) {
    return type.cast(parts.scene.lookup(selector));
  }

  /** The item of the menus that gives that command. */
  MenuItem menuItem(Command command) {
    return items(find("#menu", MenuBar.class).getMenus().stream())
        .filter(item -> command.name().equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<MenuItem> items(Stream<? extends MenuItem> items) {
    return items.flatMap(
        item -> item instanceof Menu menu ? items(menu.getItems().stream()) : Stream.of(item));
  }

  /**
   * Saves what the window looks like, in that language and theme and at that size, which no screen
   * limits. A picture is drawn only where people want to look at it: {@code ./mvnw -Ppictures
   * test}.
   */
  void saveScreenshot(String name, Language language, Theme theme, int width, int height)
      throws Exception {
    WaitForAsyncUtils.asyncFx(
            () -> {
              settings.languageProperty().set(language);
              settings.themeProperty().set(theme);
            })
        .get(30, TimeUnit.SECONDS);
    if (!Boolean.getBoolean("pictures")) {
      return;
    }
    WritableImage image =
        WaitForAsyncUtils.asyncFx(() -> draw(width, height)).get(30, TimeUnit.SECONDS);
    String look = theme.name().toLowerCase(Locale.ROOT) + "-" + language.code();
    write(image, Path.of("target", "screenshots", name + "-" + look + "-" + width + ".png"));
  }

  private WritableImage draw(int width, int height) {
    return at(width, height, scene -> scene.snapshot(null));
  }

  /** Gives what is found out of the window at that size, which no screen limits. */
  <T> T at(int width, int height, Function<Scene, T> found) {
    Parent root = parts.scene.getRoot();
    parts.scene.setRoot(new Group());
    Scene larger = new Scene(root, width, height);
    larger.getStylesheets().setAll(parts.scene.getStylesheets());
    // The first pass tells sizes to those who draw by them.
    larger.snapshot(null);
    T result = found.apply(larger);
    larger.setRoot(new Group());
    parts.scene.setRoot(root);
    return result;
  }

  /** The texts that are cut or lie upon another in that part of the window, at that size. */
  List<String> textFaults(String part, Language language, int width, int height) throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () -> {
              settings.languageProperty().set(language);
              return at(width, height, scene -> TextFaults.below(scene.lookup(part)));
            })
        .get(30, TimeUnit.SECONDS);
  }

  private static void write(WritableImage image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    Files.createDirectories(file.getParent());
    assertThat(ImageIO.write(copy, "png", file.toFile())).isTrue();
  }

  private final class PickedByTest implements FilePicker {
    @Override
    public Optional<Path> open(Kind kind) {
      return Optional.ofNullable(picked);
    }

    @Override
    public Optional<Path> save(Kind kind, String suggestedName) {
      return Optional.ofNullable(picked);
    }
  }
}
