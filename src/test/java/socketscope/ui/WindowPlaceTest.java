package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {

  /** A screen to the right of another one, below a panel. */
  private static final Rectangle2D SCREEN = new Rectangle2D(1920, 30, 1280, 770);

  @Test
  void theRememberedSizeStandsInTheMiddle() {
    assertThat(WindowPlace.within(SCREEN, 1081, 660))
        .isEqualTo(new Rectangle2D(2019, 85, 1081, 660));
  }

  @Test
  void aPlaceThatAWindowManagerShiftsDoesNotDrift() {
    double asked = 100;
    for (int start = 0; start < 5; start++) {
      double settled = asked + 27; // below its title bar
      asked = WindowPlace.moved(asked, settled, settled);
    }
    assertThat(asked).isEqualTo(100);
    assertThat(WindowPlace.moved(100, 127, 157)).isEqualTo(130);
  }

  @Test
  void aPlaceOnAScreenThatIsGoneIsNotReachable() {
    List<Rectangle2D> screens = List.of(SCREEN);
    assertThat(WindowPlace.reachable(screens, 2000, 100, 1100)).isTrue();
    assertThat(WindowPlace.reachable(screens, 0, 100, 1100)).isFalse();
    assertThat(WindowPlace.reachable(screens, 3150, 100, 1100)).isFalse();
    assertThat(WindowPlace.reachable(screens, 2000, -10, 1100)).isFalse();
    assertThat(WindowPlace.reachable(screens, 2000, 790, 1100)).isFalse();
  }

  @Test
  void aWindowThatIsTooLargeLeavesRoomForItsDecorations() {
    assertThat(WindowPlace.within(SCREEN, 1440, 900))
        .isEqualTo(new Rectangle2D(1932, 70, 1256, 690));
  }
}
