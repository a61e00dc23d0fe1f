/// The strategies shipped. At first start they are copied into the home's own repository, and from
/// there on Sorte changes them; nothing imports them.
package sorte.strategies;
