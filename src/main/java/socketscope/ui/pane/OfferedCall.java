package socketscope.ui.pane;

/**
 * A call as it stands in a pane.
 *
 * @param id which of all
 * @param text who calls what: {@code client: listen(5, 128)}
 * @param possible whether it can be made now
 * @param make makes it
 */
public record OfferedCall(String id, String text, boolean possible, Runnable make) {}
