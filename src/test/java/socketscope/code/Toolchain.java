package socketscope.code;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How a program of each language is built and started here. */
enum Toolchain {
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
      return command("--edition 2021 -D warnings -o", program.name(), program.fileName());
    }

    @Override
    List<String> start(Program program) {
      return List.of("./" + program.name());
    }
  },
  JAVA(ProgramLanguage.JAVA, bin("javac")) {
    @Override
    List<String> build(Program program) {
      return command("-Xlint:all -Werror -encoding UTF-8", program.fileName());
    }

    @Override
    List<String> start(Program program) {
      String name = program.fileName().replace(".java", "");
      return List.of(bin("java"), "-Xshare:auto", "-XX:TieredStopAtLevel=1", name);
    }
  },
  PYTHON(ProgramLanguage.PYTHON, "python3") {
    @Override
    List<String> build(Program program) {
      return command("-W error -m py_compile", program.fileName());
    }

    @Override
    List<String> start(Program program) {
      return command("-W error", program.fileName());
    }
  };

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
    List<String> command = new java.util.ArrayList<>(List.of(compiler));
    command.addAll(List.of(options.split(" ")));
    command.addAll(List.of(more));
    return command;
  }

  ProgramLanguage language() {
    return language;
  }

  boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder(compiler, "--version")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(30, TimeUnit.SECONDS);
    } catch (IOException e) {
      return false;
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
