package org.jpacker.api.contents;

import java.util.List;

/** Records of one type without heads. */
final class Blank<T extends Shaped> extends Kind<T> {
  private final T blank;

  Blank(T blank) {
    this.blank = blank;
  }

  @Override
  @SuppressWarnings("unchecked")
  T read(Parts in) {
    if (in.depth == Parts.DEEPEST) {
      in.bad = true;
      return blank;
    }
    int outer = in.base;
    in.base = in.position();
    in.depth++;
    T read = (T) blank.parts(in);
    in.depth--;
    in.base = outer;
    return read;
  }

  @Override
  void write(Parts out, T value) {
    out.descend(value);
    int outer = out.base;
    out.base = out.position();
    value.parts(out);
    out.base = outer;
    out.depth--;
  }

  @Override
  boolean isPlain(int depth) {
    return Plain.is(blank, depth);
  }

  @Override
  List<Shape<? extends T>> shapes(Additions additions) {
    return List.of(Shape.of(blank));
  }

  @Override
  T absent() {
    return null;
  }

  @Override
  Object tree(T value, boolean told) {
    return ToTree.of(value, told);
  }

  @Override
  T ofTree(Object tree, FromTree from) {
    return from.record(tree, blank);
  }

  @Override
  void tell(Telling to, T value) {
    to.record(value);
  }

  @Override
  List<Part> describe(Describing to) {
    return to.partsOf(blank);
  }
}
