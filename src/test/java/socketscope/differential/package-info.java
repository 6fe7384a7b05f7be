/**
 * Random experiments, each beside other people's words: strace for the calls, tcpdump and tshark
 * for the packets, ss for the states, and what was captured for what is inferred.
 *
 * <p>{@link socketscope.differential.ExperimentGenerator} makes an experiment of a seed: the same
 * one each time. {@link socketscope.differential.Trial} has {@link
 * socketscope.differential.TrialServer} play several in a row, and compares. What differs is
 * shortened by {@link socketscope.differential.Shortening} to the steps that are needed, and
 * written down as a lesson that can be played.
 */
@org.jspecify.annotations.NullMarked
package socketscope.differential;
