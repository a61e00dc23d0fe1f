/// The root process: prepares the home, starts the others each on its own class path, watches and
/// restarts them. It holds no key, no model and no parser of what comes from outside.
package sorte.app.launch;
