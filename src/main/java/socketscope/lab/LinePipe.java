package socketscope.lab;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The standard input of a process, one line after another. The pipe to a process that is stopped
 * fills up, so that a thread of its own writes to it, and nobody else ever waits.
 */
final class LinePipe {

  private static final String END = "";

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  /** The input of that process, whose thread gets that name. */
  LinePipe(Process process, String name) {
    this.process = process;
    Thread.ofPlatform().daemon().name(name).start(this::write);
  }

  /** Hands over a line without its end. What the process no longer takes is lost. */
  void send(String line) {
    lines.add(line);
  }

  /** Ends the input after the lines that were sent. */
  void end() {
    lines.add(END);
  }

  private void write() {
    try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
      for (String line = lines.take(); !line.equals(END); line = lines.take()) {
        input.write(line);
        input.write('\n');
        if (lines.isEmpty()) {
          input.flush();
        }
      }
    } catch (IOException e) {
      // The process is gone or going; whoever reads its output says so.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
