package socketscope.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.trace.Trace;
import socketscope.trace.TraceWriter;

/**
 * Records long traces for benchmarks: a client and a server that send each other a few bytes, by
 * real calls, until there are enough events.
 */
public final class LongRecording {

  private final Experiment experiment;

  private LongRecording(Experiment experiment) {
    this.experiment = experiment;
  }

  /** The file of a trace of at least so many events, which is recorded where there is none yet. */
  public static Path file(int events) throws Exception {
    Path file = Path.of("target", "benchmark", events + ".jsonl");
    if (!Files.exists(file)) {
      record(events, file);
    }
    return file;
  }

  private static void record(int events, Path file) throws Exception {
    Trace trace = new Trace();
    try (Experiment experiment = new Experiment("long")) {
      experiment.bus().subscribe("trace", trace::add);
      experiment.start("server");
      experiment.start("client");
      new LongRecording(experiment).converse(trace, events);
    }
    write(trace, file);
  }

  private static void write(Trace trace, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try (TraceWriter writer = TraceWriter.create(unfinished)) {
      writer.accept(trace.events());
    }
    Files.move(unfinished, file);
  }

  private void converse(Trace trace, int events) throws Exception {
    String listener = socket("server");
    call("server", Function.BIND, listener, "127.0.0.1:0");
    call("server", Function.LISTEN, listener, "5");
    String address = call("server", Function.GETSOCKNAME, listener).address().toString();
    String client = socket("client");
    call("client", Function.CONNECT, client, address);
    String server = "" + call("server", Function.ACCEPT, listener).value();
    while (trace.size() < events) {
      call("client", Function.SEND, client, "\"hola\"", "0");
      call("server", Function.RECV, server, "64", "0");
      call("server", Function.SEND, server, "\"HOLA\"", "0");
      call("client", Function.RECV, client, "64", "0");
    }
  }

  private String socket(String program) throws Exception {
    return "" + call(program, Function.SOCKET, "AF_INET", "SOCK_STREAM").value();
  }

  private Result call(String program, Function function, String... arguments) throws Exception {
    return experiment
        .call(program, Call.parse(function, List.of(arguments)))
        .returned()
        .get(60, TimeUnit.SECONDS)
        .result();
  }
}
