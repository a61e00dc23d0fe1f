/// Sentences for people, in Portuguese and English, kept in property files beside the code that
/// says them. In: a key and its values. Out: a sentence.
package sorte.trading.words;
