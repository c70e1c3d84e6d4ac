package org.jpacker.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract accepts a good protocol, and each of its checks detects a violation. */
class ProtocolContractTest {

  /** A header of two octets: kind and count. */
  public static final class Good extends Header {
    static final UIntField KIND = UIntField.at(0, 8, "good.kind");
    static final UIntField COUNT = UIntField.at(8, 8, "good.count");
    static final Protocol<Good> PROTOCOL =
        Protocol.of(
                "good",
                Layout.of(KIND, COUNT),
                Good.class,
                Good::new,
                Good::new,
                DispatchTable.UDP_PORT.key(9))
            .recognisedIn("udp", in -> in.u16(0) == 0);

    /** Creates a header for crafting. */
    public Good() {
      super(PROTOCOL);
    }

    Good(Window in) throws MalformedException {
      super(PROTOCOL, in);
    }
  }

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
}
