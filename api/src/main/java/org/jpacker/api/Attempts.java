package org.jpacker.api;

/**
 * Two readers of the same octets: the second is asked where the first declines or refuses. The
 * answer of the first stands unless the second makes a header: a number that may have been chosen
 * at random tells less about what is wrong.
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

  /** The header that the second reader makes, or else {@code answer}. */
  private Layer otherwise(Window in, Layer answer) {
    try {
      return second.read(in) instanceof Header header ? header : answer;
    } catch (MalformedException | RuntimeException | LinkageError | StackOverflowError e) {
      return answer;
    }
  }
}
