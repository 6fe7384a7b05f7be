package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import socketscope.lab.UserFolders.Kind;

class UserFoldersTest {

  private static final Path ROOT = Path.of("/").toAbsolutePath();
  private static final Path HOME = ROOT.resolve("home/ana");

  private static Path folder(Kind kind, Map<String, String> environment) {
    return new UserFolders(environment, ROOT.resolve("root"), path -> path.startsWith("/home/eva"))
        .folder(kind);
  }

  @Test
  void whatTheDesktopNamesIsUsed() {
    Map<String, String> named =
        Map.of(
            "XDG_CONFIG_HOME", HOME.resolve("conf").toString(),
            "XDG_STATE_HOME", HOME.resolve("past").toString(),
            "HOME", HOME.toString());
    assertThat(folder(Kind.CONFIGURATION, named)).isEqualTo(HOME.resolve("conf/socketscope"));
    assertThat(folder(Kind.STATE, named)).isEqualTo(HOME.resolve("past/socketscope"));
  }

  @Test
  void elseItIsWhereTheSpecificationHasItInTheHomeOfTheEnvironment() {
    Map<String, String> home = Map.of("HOME", HOME.toString(), "XDG_CONFIG_HOME", "relative");
    assertThat(folder(Kind.CONFIGURATION, home)).isEqualTo(HOME.resolve(".config/socketscope"));
    assertThat(folder(Kind.STATE, home)).isEqualTo(HOME.resolve(".local/state/socketscope"));
  }

  @Test
  void nothingIsLeftInTheHomeOfAnotherUser() {
    Map<String, String> anothers =
        Map.of("HOME", "/home/eva", "XDG_CONFIG_HOME", "/home/eva/.config");
    assertThat(folder(Kind.CONFIGURATION, anothers))
        .isEqualTo(ROOT.resolve("root/.config/socketscope"));
  }

  @Test
  void windowsHasVariablesOfItsOwn() {
    Map<String, String> windows = Map.of("APPDATA", HOME.resolve("Roaming").toString());
    assertThat(folder(Kind.CONFIGURATION, windows)).isEqualTo(HOME.resolve("Roaming/socketscope"));
  }
}
