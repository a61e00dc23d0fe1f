/// Downloads of an exchange's past. In: a symbol, a timeframe, two dates. Out: bars, taken from the
/// exchange's public archive (a file a month or a day, each held against its checksum) and, for
/// what the archive does not have yet, from its REST interface. Parts that are finished are kept
/// until all are there, so that a break costs only the part it hit. [WebDoor] is the one way to the
/// network. The plan is a [Stretch] after another; the door is [BinanceDownload].
package sorte.data.download;
