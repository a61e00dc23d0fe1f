/// The store of recorded bars: one Parquet file a series (zstd), and beside it the columns that the
/// trader reads, derived and made again whenever they are not those of the Parquet.
///
/// In: bars files (CSV, Parquet), downloads. Out: bars, a list of what there is, answers to SQL
/// that can read the store and nothing else. A series is taken whole or not at all, and never says
/// two things of one moment. The door is [MarketStore]; docs/market-data.md has the layout and the
/// rules.
package sorte.data.store;
