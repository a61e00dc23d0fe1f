/// How long the hot paths take, each beside a hand-written loop and a peer in the same run.
package sorte.benchmarks;
