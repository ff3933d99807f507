package dev.switchboard.local.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The folder that one running instance holds, alone.
public final class StateFolder implements AutoCloseable {

  private final Path folder;
  private final FileChannel lock;
  private final boolean fresh;

  private StateFolder(Path folder, FileChannel lock, boolean fresh) {
    this.folder = folder;
    this.lock = lock;
    this.fresh = fresh;
  }

  /// Takes the folder, made if need be.
  ///
  /// @throws StartFailure when it cannot be written or another instance holds it
  public static StateFolder open(Path folder) {
    var fresh = !Files.exists(folder.resolve("lock"));
    try {
      Files.createDirectories(folder);
      var lock =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(lock)) {
        lock.close();
        throw new StartFailure(
            "Another instance runs on the folder %s: stop it, or name another folder with --state."
                .formatted(folder));
      }
      Files.writeString(folder.resolve("probe"), "");
      Files.delete(folder.resolve("probe"));
      return new StateFolder(folder, lock, fresh);
    } catch (IOException e) {
      var why = e instanceof AccessDeniedException ? "it may not be written" : e.getMessage();
      throw new StartFailure(
          "The folder %s cannot be used (%s): give yourself the right to write there, or name another with --state."
              .formatted(folder, why),
          e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  public Path path() {
    return folder;
  }

  /// Whether no instance has run here before.
  public boolean fresh() {
    return fresh;
  }

  /// What was last kept under this name.
  public Optional<String> read(String name) {
    return read(folder, name);
  }

  /// As [#read], without holding the folder.
  public static Optional<String> read(Path folder, String name) {
    try {
      return Optional.of(Files.readString(folder.resolve(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StartFailure(
          "The file %s cannot be read: give yourself the right to.".formatted(folder.resolve(name)),
          e);
    }
  }

  /// As [#write], readable by this user alone where the file system can do that.
  public void writeSecret(String name, String text) {
    write(name, text);
    var file = folder.resolve(name).toFile();
    var mine = file.setReadable(false, false) && file.setReadable(true, true);
    if (!mine) throw new StartFailure("The file %s cannot be protected.".formatted(file));
  }

  /// Keeps a text; when this returns, it survives a crash, whole.
  public void write(String name, String text) {
    var next = folder.resolve(name + ".next");
    try {
      try (var file =
          FileChannel.open(
              next,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) file.write(bytes);
        file.force(true);
      }
      Files.move(
          next,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StartFailure(
          "The file %s cannot be written: make room or give yourself the right to."
              .formatted(folder.resolve(name)),
          e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException("the lock was not given back", e);
    }
  }
}
