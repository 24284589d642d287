package io.exchangesync.exchange.oab;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Prints a downloaded address book: one line for each entry with SMTP address, display name and
 * type, separated by tabs, in UTF-8.
 */
public final class PrintAddressBook {
  private static final int OK = 0;
  private static final int BROKEN = 1;
  private static final int USAGE = 2;
  private static final int CHECK_INTERVAL = 1000;
  private static final Pattern BREAKING = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

  private PrintAddressBook() {}

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = run(arguments, out, err);
    out.flush();
    System.exit(code);
  }

  /**
   * @return the exit code: 0 printed, 1 the file can't be read to its end, 2 wrong arguments
   */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    if (arguments.length != 1 || arguments[0].startsWith("-")) {
      err.println("usage: java -jar exchange.jar BOOK");
      err.println("BOOK is a file of an offline address book, compressed (.lzx) or not (.oab)");
      return USAGE;
    }
    try {
      print(Path.of(arguments[0]), out, err);
      return OK;
    } catch (NoSuchFileException e) {
      err.println(arguments[0] + ": there is no such file");
    } catch (OabException e) {
      err.println(arguments[0] + ": " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      err.println(arguments[0] + ": can't be read: " + e);
    }
    return BROKEN;
  }

  private static void print(Path file, PrintStream out, PrintStream err) throws IOException {
    try (AddressBookReader book = AddressBookReader.open(file)) {
      long lines = 0;
      for (var entry = book.next(); entry.isPresent(); entry = book.next()) {
        out.print(line(entry.get()));
        lines++;
        if (lines % CHECK_INTERVAL == 0 && out.checkError()) {
          throw new IOException("nobody takes the output");
        }
      }
      warn(book.cutShort(), "entries hold values of an unknown type", file, err);
      warn(book.leftOver(), "bytes follow the last entry", file, err);
    }
  }

  private static void warn(long count, String what, Path file, PrintStream err) {
    if (count > 0) {
      err.println(file + ": warning: " + count + " " + what);
    }
  }

  private static String line(AddressBookEntry entry) {
    return String.join(
            "\t", plain(entry.smtpAddress()), plain(entry.displayName()), entry.type().words())
        + "\n";
  }

  /** Without tabs, line ends and other characters that would break a line: spaces instead. */
  private static String plain(String text) {
    return BREAKING.matcher(text).replaceAll(" ");
  }
}
