package org.jpacker.api.spi;

import java.util.List;
import org.jpacker.api.AddedTypes;
import org.jpacker.api.ComputedField;

/** The records that a field lists, if other modules may add types of them. */
public interface OpenContents {

  /** The fields of the records, with those of the added types. */
  List<ComputedField> fields(AddedTypes added);
}
