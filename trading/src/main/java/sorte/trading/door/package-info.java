/// The door of a process: HTTP on loopback, a token in a file of mode 0600, JSON both ways. In:
/// routes. Out: answers, or errors that say what to do. See docs/ARCHITECTURE.md, "Processes and
/// doors".
package sorte.trading.door;
