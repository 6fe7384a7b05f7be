package socketscope.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import socketscope.event.Place;
import socketscope.kernel.NetworkFiles;

/**
 * A network namespace with nothing but a loopback interface. A shell holds it, and starts the
 * processes in it; in a user namespace, too, unless root asks. An ordinary user's processes are
 * that user's there, with one capability, CAP_NET_RAW, over that network only.
 * docs/decisions/alone.md says why a shell.
 */
final class OwnNetwork implements Network {

  private static final long PATIENCE_SECONDS = 5;
  private static final long GRACE_SECONDS = 2;
  private static final String READY = "ready";
  private static final String GONE = "the namespace is gone";

  /** Of root, who may do it without: what a user namespace hides of the file system stays seen. */
  private static final List<String> NETWORK = List.of("unshare", "--net", "--");

  /** Of everybody. The capabilities are those over the new namespaces only. */
  private static final List<String> USER_AND_NETWORK =
      List.of("unshare", "--user", "--map-current-user", "--keep-caps", "--net", "--");

  /** What is left of them to a process that the shell starts. */
  private static final List<String> RAW_ONLY =
      List.of(
          "setpriv",
          "--inh-caps=-all,+net_raw",
          "--ambient-caps=-all,+net_raw",
          "--bounding-set=-all,+net_raw",
          "--");

  private final Process shell;
  private final boolean user;
  private final Writer commands;
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final StringBuilder complaint = new StringBuilder();
  private final Map<Integer, Start> starting = new HashMap<>();
  private final Map<Integer, ConnectedProcess> processes = new HashMap<>();
  private int count;
  private boolean gone;

  private OwnNetwork(Process shell, boolean user) {
    this.shell = shell;
    this.user = user;
    this.commands = shell.outputWriter(StandardCharsets.UTF_8);
    Thread.ofPlatform().daemon().name("from-namespace").start(this::read);
    // What it has started may hold its output open.
    var _ = shell.onExit().thenRun(this::lost);
  }

  private record Start(ProgramChannel channel, CompletableFuture<Process> process) {}

  /**
   * What came of trying to have one.
   *
   * @param network null where it cannot be had
   * @param reason why not, in the words of the program that said so; empty where it can
   */
  record Attempt(@Nullable OwnNetwork network, String reason) {}

  /** Makes one. */
  static Attempt make() {
    if (!Files.isDirectory(Path.of("/proc", "self", "ns"))) {
      return new Attempt(null, "no namespaces");
    }
    Attempt attempt = isRoot() ? make(false) : new Attempt(null, "");
    return attempt.network == null ? make(true) : attempt;
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc", "self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static Attempt make(boolean user) {
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(user ? USER_AND_NETWORK : NETWORK);
    command.addAll(List.of("sh", "-c", script()));
    try {
      Process shell = new ProcessBuilder(command).redirectErrorStream(true).start();
      OwnNetwork network = new OwnNetwork(shell, user);
      String reason = network.awaitReady();
      if (reason.isEmpty()) {
        return new Attempt(network, "");
      }
      network.close();
      return new Attempt(null, reason);
    } catch (IOException e) {
      return new Attempt(null, String.valueOf(e.getMessage()));
    }
  }

  private static String script() {
    try (InputStream file = OwnNetwork.class.getResourceAsStream("namespace.sh")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where it is ready. */
  private String awaitReady() {
    try {
      return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS) ? "" : complaint();
    } catch (TimeoutException e) {
      return "silent";
    } catch (ExecutionException e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private String complaint() {
    synchronized (complaint) {
      return complaint.isEmpty() ? "unshare" : complaint.toString();
    }
  }

  private void read() {
    try (BufferedReader lines = shell.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        read(line);
      }
    } catch (IOException e) {
      // The pipe broke: the shell has ended.
    }
    ready.complete(false);
  }

  private void read(String line) {
    String[] words = line.split(" ", -1);
    if (line.equals(READY)) {
      ready.complete(true);
    } else if (words.length == 3 && words[0].equals("started")) {
      started(Integer.parseInt(words[1]), Long.parseLong(words[2]));
    } else if (words.length == 3 && words[0].equals("ended")) {
      ended(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    } else if (!ready.isDone()) {
      synchronized (complaint) {
        complaint.append(complaint.isEmpty() ? "" : "; ").append(line);
      }
    }
  }

  private synchronized void started(int number, long pid) {
    Start start = starting.remove(number);
    if (start != null) {
      ConnectedProcess process = new ConnectedProcess(pid, start.channel);
      processes.put(number, process);
      start.process.complete(process);
    }
  }

  private synchronized void ended(int number, int status) {
    Start start = starting.remove(number);
    if (start != null) {
      start.process.completeExceptionally(new IOException("exit " + status));
    }
    ConnectedProcess process = processes.remove(number);
    if (process != null) {
      process.ended(status);
    }
  }

  /** Nobody is left who could tell how they end. */
  private synchronized void lost() {
    gone = true;
    starting.values().forEach(start -> start.process.completeExceptionally(new IOException(GONE)));
    starting.clear();
    processes.values().forEach(ConnectedProcess::orphaned);
    processes.clear();
  }

  @Override
  public Place place() {
    return Place.ALONE;
  }

  @Override
  public Process start(String main, @Nullable Path folder, List<String> arguments)
      throws IOException {
    ProgramChannel channel = new ProgramChannel();
    List<String> command = new ArrayList<>(user ? RAW_ONLY : List.of());
    List<String> all = new ArrayList<>(arguments);
    all.add(channel.path().toString());
    command.addAll(ProgramCommand.of(main, all));
    try {
      return start(channel, folder, command);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private Process start(ProgramChannel channel, @Nullable Path folder, List<String> command)
      throws IOException {
    Path current = folder == null ? Path.of("").toAbsolutePath() : folder;
    CompletableFuture<Process> process = new CompletableFuture<>();
    begin(new Start(channel, process), current, command);
    try {
      return process.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private synchronized void begin(Start start, Path folder, List<String> command)
      throws IOException {
    if (gone) {
      throw new IOException(GONE);
    }
    count++;
    starting.put(count, start);
    StringBuilder line = new StringBuilder().append(count).append(' ').append(quoted(folder + ""));
    for (String word : command) {
      line.append(' ').append(quoted(word));
    }
    commands.write(line.append('\n').toString());
    commands.flush();
  }

  private static String quoted(String word) throws IOException {
    if (word.indexOf('\n') >= 0) {
      throw new IOException("a line break in a path");
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }

  @Override
  public NetworkFiles files() {
    return NetworkFiles.of(shell.pid());
  }

  @Override
  public List<String> enter() {
    String pid = Long.toString(shell.pid());
    return user
        ? List.of("nsenter", "--preserve-credentials", "-U", "-n", "-t", pid)
        : List.of("nsenter", "-n", "-t", pid);
  }

  @Override
  public void close() {
    try {
      commands.close();
      if (!shell.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        shell.destroyForcibly();
      }
    } catch (IOException e) {
      // The shell has ended.
    } catch (InterruptedException e) {
      shell.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
