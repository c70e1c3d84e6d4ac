package org.jpacker.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;

/**
 * Capture files that coverage leads to: the first octet says which one of ours is changed, the
 * others say how ({@link Mutator#edited}); or they are the file. Without {@code -Pfuzz} only the
 * inputs run that once showed something; their names say what.
 */
class FileFuzzTest {
  private static final List<byte[]> FILES = List.copyOf(CaptureFiles.all().values());

  /** The file that an input stands for. */
  static byte[] file(byte[] input) {
    if (input.length == 0) {
      return input;
    }
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    int which = (input[0] & 0xff) % (FILES.size() + 1);
    return which == FILES.size() ? rest : Mutator.edited(FILES.get(which), rest);
  }

  @FuzzTest(maxDuration = "10m")
  void whatHoldsForEveryFile(byte[] input) {
    FileInvariants.check(file(input));
  }
}
