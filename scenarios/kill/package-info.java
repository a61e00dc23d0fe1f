/// Kills processes of running systems at random moments and checks what is left: `scenarios/kill-runs`.
package kill;
