/// Market data from outside: the store of recorded bars, downloads of them, today's market. In:
/// files, archives, sockets of exchanges. Out: bars that are sound, and what was wrong with the
/// others. No part of the trader, which reads only what this leaves on the disk or behind a door.
package sorte.data;
