/// The one directory that holds all of a running system's state: where each thing lies, who may use
/// it now, and which version of the format it has. In: a path. Out: paths, a lock, or a clear
/// refusal.
package sorte.trading.home;
