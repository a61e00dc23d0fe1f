package sorte.guardian.sandbox;

/// Nothing was started, and why.
public record Unconfined(String reason) implements Start {}
