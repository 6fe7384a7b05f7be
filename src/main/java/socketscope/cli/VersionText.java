package socketscope.cli;

import picocli.CommandLine;
import socketscope.lab.Application;

/** The answer to {@code --version}. */
final class VersionText implements CommandLine.IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {Application.nameAndVersion()};
  }
}
