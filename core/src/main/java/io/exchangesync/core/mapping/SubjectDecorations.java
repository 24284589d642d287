package io.exchangesync.core.mapping;

public final class SubjectDecorations {
  private SubjectDecorations() {}

  public static String undecorated(String s) {
    return s;
  }
}
