package org.jpacker.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jpacker.api.Protocol;
import org.jpacker.core.source.JavaAccessors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The contract accepts a good protocol, and each of its checks detects a violation. */
class ProtocolContractTest {

  @Nested
  class GoodProtocol extends ProtocolContract<Good> {
    @Override
    protected Protocol<Good> protocol() {
      return Good.PROTOCOL;
    }
  }

  private static final ProtocolContract<Bad> BAD = new Bad.Contract();

  @Test
  void findsHeaderThatIsNotReadAsItWasWritten() {
    assertThrows(AssertionError.class, BAD::createdHeaderSurvivesTheWire);
    assertThrows(AssertionError.class, BAD::randomOctetsAreKept);
  }

  @Test
  void findsHiddenWord() {
    assertThrows(AssertionError.class, BAD::noAccessorHidesWordOfHeader);
  }

  @Test
  void findsAccessorsThatDoNotMatch() {
    AssertionError failure = assertThrows(AssertionError.class, BAD::accessorsComeInPairsThatAgree);
    assertTrue(failure.getMessage().startsWith("Bad.count(int)"), failure.getMessage());
  }

  @Test
  void findsHeuristicThatDoesNotRecogniseItsOwn() {
    assertThrows(AssertionError.class, BAD::heuristicsRecogniseHeaderAndFailOnNothing);
  }

  @Test
  void findsState() {
    assertThrows(AssertionError.class, BAD::headerClassIsFinalAndKeepsNoState);
  }

  @Test
  void findsNamesThatNobodyLooksUp() {
    assertThrows(AssertionError.class, BAD::fieldNamesAreLowerCaseAndDotted);
  }

  @Test
  void findsChangeThatReachesTooMuch() {
    assertThrows(AssertionError.class, BAD::changeReachesJustWhatItShould);
  }

  @Test
  void findsGeneratedAccessorsThatAreNotThoseOfTheFields(@TempDir Path folder) throws IOException {
    Path source = folder.resolve("org/jpacker/testkit/Bad.java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        """
        class Bad {
          public static final UIntField COUNT = UIntField.at(8, 8, "bad.count");
          // --- accessors: generated from the fields above ---
          // --- end of accessors ---
        }
        """);
    AssertionError failure =
        assertThrows(AssertionError.class, () -> checkGeneratedAccessors(folder));
    assertEquals(
        source
            + ":4: not what the fields say; 'jpacker new-protocol --accessors "
            + source
            + "' writes the accessors anew ==> expected: <-1> but was: <3>",
        failure.getMessage());
    Files.writeString(source, JavaAccessors.write(Files.readString(source)));
    checkGeneratedAccessors(folder);
  }

  @Test
  void looksForGeneratedAccessorsOnlyWhereTheSourceIs(@TempDir Path folder) {
    assertThrows(TestAbortedException.class, () -> checkGeneratedAccessors(folder));
  }

  private static void checkGeneratedAccessors(Path sources) throws IOException {
    String before = System.setProperty("jpacker.sources", sources.toString());
    try {
      BAD.generatedAccessorsAreThoseOfTheFields();
    } finally {
      if (before == null) {
        System.clearProperty("jpacker.sources");
      } else {
        System.setProperty("jpacker.sources", before);
      }
    }
  }
}
