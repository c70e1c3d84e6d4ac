package org.jpacker.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;

/**
 * Coverage-guided fuzzing of capture files. The first octet of an input selects a seed file and the
 * others edit it ({@link Mutator#edited}), or the input is itself the file. Without {@code -Pfuzz},
 * only stored inputs that once exposed a fault are run; their names describe it.
 */
class FileFuzzTest {
  private static final List<byte[]> FILES = List.copyOf(CaptureFiles.all().values());

  /** The file represented by an input. */
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
