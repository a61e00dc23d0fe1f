/// What may run: artefacts by digest, attestations (verified here, signed elsewhere), and the
/// loader that gives each release its own classes and its own meter. In: a digest, and what the
/// store holds under it. Out: a [sorte.trading.release.Release], or a refusal that says why.
package sorte.trading.release;
