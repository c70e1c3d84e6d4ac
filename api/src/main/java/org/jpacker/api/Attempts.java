package org.jpacker.api;

/**
 * Two readers of the same octets. The second one is tried if the first declines or refuses. The
 * result of the first stands unless the second produces a header: a number that may have been
 * chosen at random says less about what is wrong.
 *
 * @param first the first reader
 * @param second the reader to try next
 */
record Attempts(Reader first, Reader second) implements Reader {

  @Override
  public Layer read(Window in) throws MalformedException {
    try {
      Layer layer = first.read(in);
      return layer instanceof Header ? layer : otherwise(in, layer);
    } catch (MalformedException | RuntimeException | LinkageError | StackOverflowError e) {
      Layer layer = otherwise(in, null);
      if (layer == null) {
        throw e;
      }
      return layer;
    }
  }

  /** The header that the second reader produces, or else {@code answer}. */
  private Layer otherwise(Window in, Layer answer) {
    try {
      return second.read(in) instanceof Header header ? header : answer;
    } catch (MalformedException | RuntimeException | LinkageError | StackOverflowError e) {
      return answer;
    }
  }
}
