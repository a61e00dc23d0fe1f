/// What happened, written so that it survives: the trader's journal (mapped segments, written
/// before acting) and the forced, append-only log that the other processes keep. In: bytes. Out:
/// the same bytes, or the place where they were damaged.
package sorte.trading.journal;
