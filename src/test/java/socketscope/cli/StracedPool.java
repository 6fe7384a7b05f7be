package socketscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import socketscope.Needs;

/** The processes under strace of all tests of this JVM. */
public final class StracedPool implements AutoCloseable {

  /** Without a loopback interface of its own each, they would see each other's packets. */
  private static final int AT_ONCE = 2;

  /** Starts one of them. */
  private interface Starter {
    StracedCommands start(Path folder) throws IOException;
  }

  private final Starter starter;
  private final Path folder;
  private final List<StracedCommands> all = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Integer> idle = new LinkedBlockingQueue<>();
  private final StracedCommands[] started = new StracedCommands[AT_ONCE];

  private StracedPool(Starter starter) throws IOException {
    this.starter = starter;
    folder = Files.createTempDirectory("straced");
    for (int i = 0; i < (StracedCommands.ownLoopback() ? AT_ONCE : 1); i++) {
      idle.add(i);
    }
  }

  /**
   * Processes that start strace by themselves, for those that matter.
   *
   * @param main serves command lines as {@link CommandServer} does
   */
  public static StracedPool of(Class<?> main) throws IOException {
    return new StracedPool(folder -> StracedCommands.start(folder, main, /* straced= */ false));
  }

  /** What is done with one of them. */
  @FunctionalInterface
  public interface Task<T> {
    /** Does it. */
    T apply(StracedCommands commands) throws Exception;
  }

  /** Waits for one that is idle, and does something with it. */
  public <T> T with(Task<T> task) throws Exception {
    Needs.tools("strace");
    int number = idle.take();
    try {
      if (started[number] == null) {
        Path own = Files.createDirectories(folder.resolve("" + number));
        started[number] = starter.start(own);
        all.add(started[number]);
      }
      return task.apply(started[number]);
    } finally {
      idle.add(number);
    }
  }

  @Override
  public void close() throws Exception {
    for (StracedCommands one : all) {
      one.close();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Gives the pool to tests that ask for it. */
  public static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == StracedPool.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(
              StracedPool.class,
              _ -> {
                try {
                  return new StracedPool(StracedCommands::start);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
