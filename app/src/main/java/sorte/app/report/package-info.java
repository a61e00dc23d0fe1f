/// A backtest as a page or a picture for people: one file that asks nobody for anything.
package sorte.app.report;
