/// What a strategy is written against.
package sorte.strategy;
