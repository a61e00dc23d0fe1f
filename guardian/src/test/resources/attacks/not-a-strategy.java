// stopped-by: capability
public final class Attack { }
