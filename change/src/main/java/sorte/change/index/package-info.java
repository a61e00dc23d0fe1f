/// The index of the code: what is declared in a tree of Java sources, what each member uses, which
/// tests reach it, and what the files' authors are used to.
///
/// One door: [sorte.change.index.CodeIndex]. In go texts of source files and the libraries they
/// stand on; out come [sorte.change.index.Declaration]s, [sorte.change.index.Use]s and what follows
/// from them. Names are resolved by the JDK's own compiler, so that two overloads, or two types of
/// one simple name, are never taken for each other (docs/adr/0080). After an edit only the files
/// are read again whose meaning it can have changed. Nothing is run, and no file is written but the
/// cache that [sorte.change.index.IndexCache] is told to keep.
@org.jspecify.annotations.NullMarked
package sorte.change.index;
