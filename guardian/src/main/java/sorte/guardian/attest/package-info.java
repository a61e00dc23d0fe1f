/// Keys, signatures, the log of what was judged and allowed, and its audit.
@org.jspecify.annotations.NullMarked
package sorte.guardian.attest;
