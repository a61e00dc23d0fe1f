package sorte.trading.release;

/// One loaded copy of a release: its strategy class and its meter. A copy belongs to one thread,
/// since its meter does.
///
/// @param artifact SHA-256 of the artefact
/// @param attestation what the guardian said of it
/// @param type the strategy's class, in a loader of its own
/// @param meter the meter of that loader
public record Release(
    String artifact, Attestation attestation, Class<?> type, MeterControl meter) {}
