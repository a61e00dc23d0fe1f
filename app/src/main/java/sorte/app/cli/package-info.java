/// The command line: one class a command, each thin. In: arguments. Out: an `Exit`.
package sorte.app.cli;
