/// The only place that wires, launches, configures and talks to people. In: the command line. Out:
/// words for people, JSON for scripts, exit codes of docs/contracts/cli.md.
package sorte.app;
