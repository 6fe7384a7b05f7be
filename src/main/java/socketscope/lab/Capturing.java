package socketscope.lab;

/** Whether an experiment's packets are to be captured. */
public enum Capturing {
  /** As far as the machine allows it. */
  WHERE_POSSIBLE,
  /** No. */
  OFF
}
