package sorte.change.index;

/// What a parameter may be: its unit, the value it has, and the range.
public record Bounds(String unit, String value, String min, String max) {}
