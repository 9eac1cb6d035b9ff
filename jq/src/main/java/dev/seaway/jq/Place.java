package dev.seaway.jq;

/** Where something stands in the expression as the user wrote it; both count from 1. */
record Place(int line, int column) {

  @Override
  public String toString() {
    return "line %d, column %d".formatted(line, column);
  }
}
