package io.exchangesync.simulator.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * An append-only file of entries: what {@link #append} returned from is with the operating system,
 * so it survives the end of the process at any moment; a torn last entry is cut off on reading.
 */
final class Journal implements AutoCloseable {
  private static final int LARGEST_ENTRY = 64 << 20;

  private final FileChannel channel;

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /** Reads every whole entry of the file and cuts off what is behind the last of them. */
  static void replay(Path file, Consumer<Entry> into) throws IOException {
    long good = 0;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      while (true) {
        int length = in.readInt();
        int crc = in.readInt();
        if (length <= 0 || length > LARGEST_ENTRY) {
          break;
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length || crc(bytes) != crc) {
          break;
        }
        into.accept(Entry.decode(bytes));
        good += 8L + length;
      }
    } catch (EOFException end) {
      // The end of the file, or a torn head of an entry: cut below either way.
    }
    try (FileChannel all = FileChannel.open(file, StandardOpenOption.WRITE)) {
      all.truncate(good);
    }
  }

  /** Replaces the file by these entries and opens it for more. */
  static Journal rewrite(Path file, List<Entry> state) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (Entry entry : state) {
        write(out, frame(entry));
      }
      out.force(true);
    }
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return new Journal(FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
  }

  synchronized void append(Entry entry) {
    try {
      write(channel, frame(entry));
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(FileChannel out, ByteBuffer frame) throws IOException {
    while (frame.hasRemaining()) {
      out.write(frame);
    }
  }

  private static ByteBuffer frame(Entry entry) {
    byte[] bytes = entry.encode();
    ByteBuffer frame = ByteBuffer.allocate(8 + bytes.length);
    return frame.putInt(bytes.length).putInt(crc(bytes)).put(bytes).flip();
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
