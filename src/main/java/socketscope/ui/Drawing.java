package socketscope.ui;

/** How the window is drawn where there is no graphics card to draw it. */
final class Drawing {

  /** How many parts of the window that changed JavaFX keeps apart; more than 15 it never does. */
  private static final String REGIONS = "prism.dirtyregioncount";

  private Drawing() {}

  /**
   * To be called before JavaFX starts. A moment of an experiment changes many small parts of the
   * window. Usually JavaFX tells no more than six apart, and draws what lies between them anew.
   */
  static void prepare() {
    if (System.getProperty(REGIONS) == null) {
      System.setProperty(REGIONS, "15");
    }
  }
}
