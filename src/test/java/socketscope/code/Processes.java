package socketscope.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketscope.code.Program.Point;
import socketscope.code.Program.Wait;

/** Runs the programs of an experiment side by side, and presses Enter for them. */
final class Processes implements AutoCloseable {

  private static final Pattern ON = Pattern.compile("^(\\w+\\()(-?\\d+)(.*)$");
  private static final Pattern ANSWER = Pattern.compile("^(.*) = (\\d+)(.*)$");
  private static final Pattern WATCHED =
      Pattern.compile(
          "(?<=\\{)\\d+(?=, (?:POLL|0))|(?<=^epoll_ctl\\(\\w{1,20}, \\w{1,20}, )\\d+"
              + "|(?<=\\{EPOLL[A-Z|]{1,60}, )\\d+(?=})");
  private static final Pattern SELECTED = Pattern.compile("(?<=[\\[ ])\\d+(?=[,\\]])");
  private static final Pattern PAIR =
      Pattern.compile("^((?:socketpair|pipe).* = 0) \\[(\\d+), (\\d+)]$");
  private static final Pattern PAIR_NAMED =
      Pattern.compile("^((?:socketpair|pipe).* = 0) \\[([a-z]\\w*), ([a-z]\\w*)]$");
  private static final Pattern PASSED =
      Pattern.compile("^(recvm\\w+\\(.*\\) = \\d+ .*?)(?<=SCM_RIGHTS, \\[)([\\w, ]+)]");
  private static final Pattern ITSELF = Pattern.compile("^(dup\\d\\()(\\d+), \\2\\b");
  private static final Pattern RIGHTS = Pattern.compile("(?<=SCM_RIGHTS, \\[)[\\d, ]+");
  private static final Pattern PORT = Pattern.compile("(?<=[\\d\\]]:)\\d{4,5}\\b");
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Map<String, Running> running = new HashMap<>();

  /** The ports that somebody chose: the same in the experiment and in the programs. */
  private final Collection<String> ports;

  Processes(Collection<String> ports) {
    this.ports = ports;
  }

  /** What one of them did. */
  record Done(List<String> results, String messages, int exitStatus) {}

  /** Starts a program with a command. */
  void start(Program program, List<String> command, Path folder) throws IOException {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    running.put(program.name(), new Running(program, process));
    process.onExit().thenRun(this::changed);
  }

  /** Waits until all of them have ended. One that is not content ends the others. */
  Map<String, Done> await() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    running.values().forEach(one -> threads.addAll(one.watch()));
    Map<String, Done> done = new HashMap<>();
    long end = System.nanoTime() + PATIENCE;
    for (Running one : running.values()) {
      if (!one.process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        running.values().forEach(each -> each.process.destroyForcibly());
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (Running one : running.values()) {
      done.put(one.program.name(), new Done(one.printed(), one.messages, one.process.exitValue()));
    }
    return done;
  }

  @Override
  public void close() throws InterruptedException {
    for (Running one : running.values()) {
      one.process.destroyForcibly().waitFor();
    }
  }

  /** Something was printed, or somebody has ended. */
  private void changed() {
    synchronized (running) {
      running.notifyAll();
    }
  }

  private boolean isSoFar(Point point) {
    Running other = running.get(point.program());
    return point.call().equals(Point.END) ? !other.process.isAlive() : other.told(point);
  }

  private boolean anyFailed() {
    return running.values().stream()
        .anyMatch(one -> !one.process.isAlive() && one.process.exitValue() != 0);
  }

  private boolean othersAreDone(Running self) {
    return self.hasPrintedAll()
        && running.values().stream()
            .allMatch(one ->
                !one.process.isAlive()
                    || one.hasPrintedAll()
                    // A server may go on when its clients have ended.
                    || one.serves() && !self.serves());
  }

  /** One of the programs. */
  private final class Running {

    private final Program program;
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<String> unseen;
    private volatile String messages = "";

    Running(Program program, Process process) {
      this.program = program;
      this.process = process;
      this.unseen = new ArrayList<>(program.results());
    }

    List<Thread> watch() {
      return List.of(
          Thread.ofPlatform().daemon().start(this::read),
          Thread.ofPlatform().daemon().start(this::readMessages),
          Thread.ofPlatform().daemon().start(this::pressEnter));
    }

    private void read() {
      try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
          take(line);
          changed();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void readMessages() {
      try (BufferedReader output =
          new BufferedReader(
              new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
        messages = String.join("\n", output.lines().toList());
      } catch (IOException | UncheckedIOException e) {
        // It was ended; what it printed tells why.
      }
    }

    /** Descriptors are told by number; here each is called by the name that the source has. */
    private synchronized void take(String printed) {
      Matcher itself = ITSELF.matcher(printed);
      String line =
          itself.replaceAll(m -> m.group(1) + named(m.group(2)) + ", " + named(m.group(2)));
      Matcher on = ON.matcher(line);
      String named =
          on.matches() && names.containsKey(on.group(2))
              ? on.group(1) + names.get(on.group(2)) + on.group(3)
              : line;
      named = RIGHTS.matcher(passed(named)).replaceAll(m -> named(m.group()));
      Pattern numbers = named.startsWith("select(") ? SELECTED : WATCHED;
      named = numbers.matcher(named).replaceAll(m -> names.getOrDefault(m.group(), m.group()));
      Matcher pair = PAIR.matcher(named);
      if (pair.matches()) {
        for (String result : unseen) {
          Matcher made = PAIR_NAMED.matcher(result);
          if (made.matches() && made.group(1).equals(pair.group(1))) {
            names.put(pair.group(2), made.group(2));
            names.put(pair.group(3), made.group(3));
            named = result;
            unseen.remove(result);
            break;
          }
        }
      }
      Matcher answer = ANSWER.matcher(named);
      if (answer.matches()) {
        for (String result : unseen) {
          Matcher made = Pattern.compile("^(.*) = ([a-z]\\w*)(.*)$").matcher(result);
          if (made.matches() && made.group(1).equals(answer.group(1))) {
            names.put(answer.group(2), made.group(2));
            named = answer.group(1) + " = " + made.group(2) + answer.group(3);
            unseen.remove(result);
            break;
          }
        }
      }
      lines.add(named);
    }

    /** Numbers of a list by their names. */
    private String named(String numbers) {
      return Stream.of(numbers.split(", "))
          .map(number -> names.getOrDefault(number, number))
          .collect(Collectors.joining(", "));
    }

    /** The descriptors that came with messages. */
    private String passed(String line) {
      Matcher told = PASSED.matcher(line);
      if (!told.find()) {
        return line;
      }
      for (String result : unseen) {
        Matcher made = PASSED.matcher(result);
        if (made.find() && portless(made.group(1)).equals(portless(told.group(1)))) {
          String[] numbers = told.group(2).split(", ");
          String[] handles = made.group(2).split(", ");
          for (int i = 0; i < Math.min(numbers.length, handles.length); i++) {
            names.put(numbers[i], handles[i]);
          }
          unseen.remove(result);
          return told.group(1) + made.group(2) + line.substring(told.end(2));
        }
      }
      return line;
    }

    synchronized List<String> printed() {
      return List.copyOf(lines);
    }

    synchronized boolean told(Point point) {
      String told = portless(point.call() + " = ");
      return lines.stream().filter(line -> portless(line).startsWith(told)).count()
          >= point.times();
    }

    /** The kernel may have chosen another port than in the experiment. */
    private String portless(String line) {
      return PORT.matcher(line).replaceAll(m -> ports.contains(m.group()) ? m.group() : "*");
    }

    /** The port at the end of what it has told. */
    synchronized String port(Point point) {
      return lines.stream()
          .filter(line -> line.startsWith(point.call() + " = "))
          .map(line -> line.substring(line.lastIndexOf(':') + 1))
          .findFirst()
          .orElse("0");
    }

    /** Whether it has a loop, whose lines stand for many calls. */
    boolean serves() {
      return program.lines().stream().anyMatch(line -> line.calls().size() > 1);
    }

    synchronized boolean hasPrintedAll() {
      if (!serves()) {
        return lines.size() >= program.results().size();
      }
      List<String> printed = new ArrayList<>(lines.stream().map(this::portless).toList());
      return program.results().stream().map(this::portless).allMatch(printed::remove);
    }

    private void pressEnter() {
      try {
        for (Wait wait : program.waits()) {
          until(() ->
              wait.others().isEmpty()
                  ? othersAreDone(this)
                  : wait.others().stream().allMatch(Processes.this::isSoFar));
          if (wait.asks()) {
            Point point = wait.others().getFirst();
            String port = Processes.this.running.get(point.program()).port(point);
            process.getOutputStream().write(port.getBytes(StandardCharsets.UTF_8));
          }
          for (int i = 0; i < Math.max(1, wait.others().size()); i++) {
            process.getOutputStream().write('\n');
          }
          process.getOutputStream().flush();
        }
      } catch (IOException e) {
        // It has ended; what it printed tells why.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Until it is so. Where another one has failed, it will never be. */
    private void until(BooleanSupplier condition) throws InterruptedException {
      synchronized (running) {
        while (!condition.getAsBoolean() && process.isAlive()) {
          if (anyFailed()) {
            process.destroyForcibly();
          }
          running.wait();
        }
      }
    }
  }
}
