/**
 * What a window shows, as observable values: the recording and the moment of it that is shown, the
 * running experiment, the lesson, the settings. All of it belongs to the JavaFX thread.
 *
 * <p>It knows the lab and the lessons, and no view.
 */
@org.jspecify.annotations.NullMarked
package socketscope.ui.model;
