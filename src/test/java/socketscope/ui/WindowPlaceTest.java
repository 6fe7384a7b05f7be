package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

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
  void aWindowThatIsTooLargeLeavesRoomForItsDecorations() {
    assertThat(WindowPlace.within(SCREEN, 1440, 900))
        .isEqualTo(new Rectangle2D(1932, 70, 1256, 690));
  }
}
