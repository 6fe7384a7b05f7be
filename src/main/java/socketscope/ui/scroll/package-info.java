/** Scrolled contents, drawn as they are. It knows nothing of what it shows. */
@NullMarked
package socketscope.ui.scroll;

import org.jspecify.annotations.NullMarked;
