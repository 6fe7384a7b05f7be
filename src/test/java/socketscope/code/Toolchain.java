package socketscope.code;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import socketscope.Needs;

/** How a program of each language is built and started here. */
public enum Toolchain {
  C(ProgramLanguage.C, "gcc") {
    @Override
    List<String> build(Program program) {
      String options = "-std=c17 -Wall -Wextra -Wpedantic -Werror -pthread -o";
      return command(options, program.name(), program.fileName());
    }

    @Override
    List<String> start(Program program) {
      return List.of("./" + program.name());
    }
  },
  RUST(ProgramLanguage.RUST, "rustc") {
    @Override
    List<String> build(Program program) {
      String options = "--edition 2021 -D warnings -C opt-level=0 -C debuginfo=0 -o";
      return command(options, program.name(), program.fileName());
    }

    @Override
    List<String> start(Program program) {
      return List.of("./" + program.name());
    }
  },
  JAVA(ProgramLanguage.JAVA, bin("java")) {
    @Override
    List<String> build(Program program) {
      throw new IllegalStateException("javac runs in this process");
    }

    /** A compiler that has been started once is ten times as fast. */
    @Override
    Optional<String> complaint(Program program, Path folder) {
      StringWriter said = new StringWriter();
      PrintWriter writer = new PrintWriter(said);
      String options = "-Xlint:all -Werror -encoding UTF-8 -d " + folder;
      List<String> arguments = new ArrayList<>(List.of(options.split(" ")));
      arguments.add(folder.resolve(program.fileName()).toString());
      int status = JAVAC.run(writer, writer, arguments.toArray(String[]::new));
      return status == 0 && said.toString().isBlank()
          ? Optional.empty()
          : Optional.of(said.toString());
    }

    @Override
    List<String> start(Program program) {
      String name = program.fileName().replace(".java", "");
      String options = "-Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
      return command(options + " --enable-native-access=ALL-UNNAMED", name);
    }
  },
  PYTHON(ProgramLanguage.PYTHON, "python3") {
    @Override
    List<String> build(Program program) {
      throw new IllegalStateException("there is nothing to build");
    }

    /** It complains as it runs. */
    @Override
    Optional<String> complaint(Program program, Path folder) {
      return Optional.empty();
    }

    @Override
    List<String> start(Program program) {
      return command("-W error", program.fileName());
    }
  };

  private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

  private final ProgramLanguage language;
  private final String compiler;

  Toolchain(ProgramLanguage language, String compiler) {
    this.language = language;
    this.compiler = compiler;
  }

  static Toolchain of(ProgramLanguage language) {
    return valueOf(language.name());
  }

  abstract List<String> build(Program program);

  abstract List<String> start(Program program);

  private static String bin(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  List<String> command(String options, String... more) {
    List<String> command = new ArrayList<>(List.of(compiler));
    command.addAll(List.of(options.split(" ")));
    command.addAll(List.of(more));
    return command;
  }

  ProgramLanguage language() {
    return language;
  }

  /** Skips a test that needs it where it is not installed. */
  public void need() {
    if (this != JAVA) {
      Needs.tools(compiler);
    }
  }

  /** What the compiler complains about; empty where it is content. */
  Optional<String> complaint(Program program, Path folder)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(build(program))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 && said.isBlank() ? Optional.empty() : Optional.of(said);
  }
}
