package sorte.guardian.sandbox;

import java.io.OutputStream;

/// A process of Sorte that was born behind its walls.
///
/// @param pid its id; it may end at any moment
/// @param stdin its standard input, which tells it by its end that who started it is gone
public record EnclosedProcess(long pid, OutputStream stdin) {}
