/**
 * The words for people, in Spanish and English: one resource bundle an area and a language.
 *
 * <p>Whoever speaks to people uses it (explain, lesson, export, cli, ui). It knows nobody in the
 * house; the meaning of a text's arguments is its caller's.
 */
@org.jspecify.annotations.NullMarked
package socketscope.text;
