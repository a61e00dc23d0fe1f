package sorte.guardian.sandbox;

/// How the start of a child ended.
public sealed interface Start permits ConfinedChild, Unconfined {}
