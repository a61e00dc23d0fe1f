/// The template of the meter that woven strategies pay. Never used from here: each release's loader
/// defines these bytes anew, so that each release has its own fuel. In: weights. Out: nothing, or
/// [FuelSpent].
package sorte.meter;
