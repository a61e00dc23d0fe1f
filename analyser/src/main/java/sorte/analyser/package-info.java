/// What stands between a confined process of the guardian's and two analysers, SpotBugs (with Find
/// Security Bugs) and PMD: a request's bytes in, an answer's bytes out. On nobody's class path but
/// that process's own.
@org.jspecify.annotations.NullMarked
package sorte.analyser;
