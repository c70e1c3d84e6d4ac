package org.jpacker.api.contents;

import java.util.List;
import java.util.Map;

/** The record of a union that a number outside of it selects. */
final class Chosen<T extends Shaped> extends Kind<T> {
  private final Choice<T> choice;
  private final long number;

  Chosen(Choice<T> choice, long number) {
    this.choice = choice;
    this.number = number;
  }

  @Override
  T read(Parts in) {
    boolean fills = in.fills;
    in.fills = false;
    return choice.read(in, number, 0, fills, 1);
  }

  @Override
  void write(Parts out, T value) {
    long outer = out.number;
    out.number = number;
    choice.shapeOf(value).write(out, value);
    out.number = outer;
  }

  @Override
  T absent() {
    return null;
  }

  @Override
  Object tree(T value, boolean told) {
    return Map.of(value.getClass().getSimpleName(), ToTree.of(value, told));
  }

  @Override
  T ofTree(Object tree, FromTree from) {
    return choice.ofTree(tree, from);
  }

  @Override
  void tell(Telling to, T value) {
    to.record(value);
  }

  @Override
  List<Part> describe(Describing to) {
    return choice.describe(to);
  }
}
