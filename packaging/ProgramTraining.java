import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs each kind of process of an experiment once, so that it leaves an AOT cache with which the
 * next one starts faster.
 */
final class ProgramTraining {

  /**
   * What a process of an experiment runs with: with any other option the JVM silently does without
   * the AOT cache, so this file is read here and by the application.
   */
  private static final Path OPTIONS = Path.of("src/main/resources/socketscope/lab/program.options");

  private final Path java;
  private final Function<String, List<String>> launch;
  private final Path caches;
  private final Path log;

  /**
   * @param java the launcher
   * @param launch gives the arguments that start a main class
   * @param caches the folder for the caches
   * @param log takes what the processes complain about
   */
  ProgramTraining(Path java, Function<String, List<String>> launch, Path caches, Path log) {
    this.java = java;
    this.launch = launch;
    this.caches = caches;
    this.log = log;
  }

  /** A program that opens a TCP and a UDP socket, and is asked about both. */
  void trainProgram() throws IOException, InterruptedException {
    Path cache = caches.resolve("program.aot");
    List<String> command = training(cache, "socketscope.program.ProgramMain");
    command.addAll(List.of("client", "shared"));
    Process program =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .start();
    try (Writer requests = program.outputWriter()) {
      // The descriptors are not known beforehand; a call on a wrong one is answered as well.
      requests.write(request("socket", "AF_INET", "SOCK_STREAM", "0"));
      requests.write(request("socket", "AF_INET", "SOCK_DGRAM", "0"));
      for (int descriptor = 3; descriptor < 10; descriptor++) {
        requests.write(request("bind", "" + descriptor, "127.0.0.1:0"));
        requests.write(request("connect", "" + descriptor, "127.0.0.1:9"));
        requests.write(request("send", "" + descriptor, "\\\"hola\\\"", "0"));
      }
      requests.write("{\"request\":\"observe\"}\n");
    }
    program.waitFor();
    check(cache);
  }

  /**
   * A capture that sees a connection of which it is told; where it may not capture, one that says
   * so.
   */
  void trainCapture() throws IOException, InterruptedException {
    Path cache = caches.resolve("capture.aot");
    Process capture =
        new ProcessBuilder(training(cache, "socketscope.capture.CaptureMain"))
            .redirectError(Redirect.appendTo(log.toFile()))
            .start();
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    BufferedReader events = capture.inputReader();
    try (ServerSocket listener = new ServerSocket(0, 1, loopback);
        Writer news = capture.outputWriter()) {
      events.readLine();
      try (Socket socket = new Socket(loopback, listener.getLocalPort())) {
        socket.getOutputStream().write(1);
      }
      news.write(events(listener.getLocalPort()));
    } catch (IOException e) {
      // It ends at once where it may not capture.
    }
    events.transferTo(Writer.nullWriter());
    capture.waitFor();
    check(cache);
  }

  /** What a listener does, as a program reports it. */
  private static String events(int port) {
    return """
    {"event":"call-started","time":1,"program":"server","serial":1,"call":1,"socket":"server#1",\
    "thread":1,"function":"bind","arguments":["5","127.0.0.1:%1$d"]}
    {"event":"call-returned","time":2,"program":"server","serial":2,"call":1,"socket":"server#1",\
    "value":0}
    {"event":"socket-observed","time":3,"program":"server","serial":3,"socket":"server#1",\
    "descriptor":5,"type":"SOCK_STREAM","state":"LISTEN","local":"127.0.0.1:%1$d","receiveQueue":-1,\
    "sendQueue":-1,"accepting":1,"backlog":1,"drops":-1}
    """
        .formatted(port);
  }

  private static String request(String function, String... arguments) {
    return """
    {"request":"call","call":1,"thread":1,"function":"%s","arguments":["%s"]}
    """
        .formatted(function, String.join("\",\"", arguments));
  }

  private List<String> training(Path cache, String main) throws IOException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(Files.readAllLines(OPTIONS));
    command.add("-XX:AOTCacheOutput=" + cache);
    command.addAll(launch.apply(main));
    return command;
  }

  private void check(Path cache) throws IOException {
    if (!Files.exists(cache)) {
      System.err.println(Files.readString(log));
      throw new IllegalStateException("the training run left no " + cache);
    }
  }
}
