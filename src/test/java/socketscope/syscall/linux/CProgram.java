package socketscope.syscall.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The C compiler's word: a program of expressions, compiled and run, and what they were. */
final class CProgram {

  private final StringBuilder text = new StringBuilder("#define _GNU_SOURCE\n");
  private final StringBuilder lines = new StringBuilder();

  CProgram(String... headers) {
    for (String header : List.of(headers)) {
      text.append("#include <").append(header).append(">\n");
    }
    text.append("#include <stddef.h>\n#include <stdio.h>\n");
  }

  /** Asks for an integer expression, such as {@code AF_INET} or {@code sizeof(int)}. */
  CProgram print(String expression) {
    String line = "printf(\"%%s=%%d\\n\", \"%s\", (int) (%s));\n";
    lines.append(line.formatted(expression, expression));
    return this;
  }

  /** The value of each expression. The test is skipped where there is no C compiler. */
  Map<String, Integer> run(Path folder) throws IOException, InterruptedException {
    Path source = folder.resolve("program.c");
    Path program = folder.resolve("program");
    Files.writeString(source, text + "int main(void) {\n" + lines + "return 0;\n}\n");
    output(List.of(compiler(), "-w", "-o", program.toString(), source.toString()));
    Map<String, Integer> values = new HashMap<>();
    for (String line : output(List.of(program.toString())).lines().toList()) {
      int equals = line.lastIndexOf('=');
      values.put(line.substring(0, equals), Integer.valueOf(line.substring(equals + 1)));
    }
    return values;
  }

  /** What the preprocessor has defined after a header: lines of {@code #define NAME ...}. */
  static List<String> definitions(Path folder, String header)
      throws IOException, InterruptedException {
    Path source = folder.resolve("header.c");
    Files.writeString(source, "#define _GNU_SOURCE\n#include <" + header + ">\n");
    return output(List.of(compiler(), "-E", "-dM", source.toString())).lines().toList();
  }

  private static String compiler() {
    for (String folder : System.getenv("PATH").split(":")) {
      for (String name : List.of("cc", "gcc", "clang")) {
        if (Files.isExecutable(Path.of(folder, name))) {
          return Path.of(folder, name).toString();
        }
      }
    }
    return Assumptions.abort("there is no C compiler (cc, gcc, clang) on the PATH");
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new AssertionError(command + ":\n" + output);
    }
    return output;
  }
}
