package sorte.change.log;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Something that happened to a change, in the past participle. The names are a format: they are
/// added to, never renamed.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ChangeEvent.Requested.class, name = "Requested"),
  @JsonSubTypes.Type(value = ChangeEvent.Planned.class, name = "Planned"),
  @JsonSubTypes.Type(value = ChangeEvent.Edited.class, name = "Edited"),
  @JsonSubTypes.Type(value = ChangeEvent.Judged.class, name = "Judged"),
  @JsonSubTypes.Type(value = ChangeEvent.Deepened.class, name = "Deepened"),
  @JsonSubTypes.Type(value = ChangeEvent.ApprovalAsked.class, name = "ApprovalAsked"),
  @JsonSubTypes.Type(value = ChangeEvent.Approved.class, name = "Approved"),
  @JsonSubTypes.Type(value = ChangeEvent.Rejected.class, name = "Rejected"),
  @JsonSubTypes.Type(value = ChangeEvent.Queued.class, name = "Queued"),
  @JsonSubTypes.Type(value = ChangeEvent.Committed.class, name = "Committed"),
  @JsonSubTypes.Type(value = ChangeEvent.StepIntended.class, name = "StepIntended"),
  @JsonSubTypes.Type(value = ChangeEvent.StepTaken.class, name = "StepTaken"),
  @JsonSubTypes.Type(value = ChangeEvent.StepRefused.class, name = "StepRefused"),
  @JsonSubTypes.Type(value = ChangeEvent.Analysed.class, name = "Analysed"),
  @JsonSubTypes.Type(value = ChangeEvent.OwnerAsked.class, name = "OwnerAsked"),
  @JsonSubTypes.Type(value = ChangeEvent.OwnerAnswered.class, name = "OwnerAnswered"),
  @JsonSubTypes.Type(value = ChangeEvent.PromotionDecided.class, name = "PromotionDecided"),
  @JsonSubTypes.Type(value = ChangeEvent.Promoted.class, name = "Promoted"),
  @JsonSubTypes.Type(value = ChangeEvent.RollbackDecided.class, name = "RollbackDecided"),
  @JsonSubTypes.Type(value = ChangeEvent.RolledBack.class, name = "RolledBack"),
  @JsonSubTypes.Type(value = ChangeEvent.Undone.class, name = "Undone"),
  @JsonSubTypes.Type(value = ChangeEvent.Withdrawn.class, name = "Withdrawn"),
  @JsonSubTypes.Type(value = ChangeEvent.Failed.class, name = "Failed"),
  @JsonSubTypes.Type(value = ChangeEvent.Recovered.class, name = "Recovered"),
  @JsonSubTypes.Type(value = ChangeEvent.LessonLearned.class, name = "LessonLearned"),
})
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ChangeEvent {

  /// @param origin `person`, or `own` for what Sorte proposed
  /// @param approved the owner said yes in the same breath
  /// @param submitted what a person wrote with their own hands, where they did
  record Requested(
      String words,
      String lang,
      String from,
      String origin,
      boolean approved,
      @Nullable Submitted submitted)
      implements ChangeEvent {

    public Requested(String words, String lang, String from, String origin, boolean approved) {
      this(words, lang, from, origin, approved, null);
    }
  }

  /// @param strategy whose file is among them, for example `ema-cross`
  /// @param base the commit of the repository of record that it was written on
  /// @param files path to new text, or null for a file that goes
  record Submitted(String strategy, String base, JsonNode files) {}

  /// @param plan as `docs/contracts/plan.schema.json`
  /// @param base the commit that the edits start from
  record Planned(JsonNode plan, String base) implements ChangeEvent {}

  /// @param files path to new text, or null for a file that goes
  /// @param digest SHA-256 over the files
  record Edited(
      String strategy, JsonNode files, String digest, JsonNode summary, @Nullable String expected)
      implements ChangeEvent {}

  /// @param admits how near to money the attestation lets it come: `shadow` or `capital`; null
  ///   where that was not told, when there was one verdict for both
  record Judged(
      JsonNode verdict,
      @Nullable String artifact,
      boolean attested,
      @Nullable String diff,
      @Nullable String admits)
      implements ChangeEvent {

    public Judged(
        JsonNode verdict, @Nullable String artifact, boolean attested, @Nullable String diff) {
      this(verdict, artifact, attested, diff, null);
    }

    public boolean approved() {
      return attested && artifact != null && verdict.path("verdict").asText().equals("approved");
    }

    /// Whether capital waits for the second verdict.
    public boolean shadowOnly() {
      return "shadow".equals(admits);
    }
  }

  /// The guardian's second verdict, after its long gates.
  ///
  /// @param attested whether the same artefact is attested for capital now
  record Deepened(JsonNode verdict, boolean attested) implements ChangeEvent {
    public boolean approved() {
      return attested && verdict.path("verdict").asText().equals("approved");
    }
  }

  record ApprovalAsked(String reason) implements ChangeEvent {}

  record Approved(String by) implements ChangeEvent {}

  /// The owner said no.
  record Rejected(String by) implements ChangeEvent {}

  /// Another change is in rollout; this one waits for its turn.
  record Queued(String behind) implements ChangeEvent {}

  record Committed(String commit) implements ChangeEvent {}

  /// @param step `shadow`, `canary`, or `stable` for what an owner's rollback puts back
  /// @param commandId the same for the same step, so that asking twice acts once
  /// @param over the artefact that was stable then: what a rollback of the promoted release puts
  ///   back
  record StepIntended(String step, double share, String commandId, @Nullable String over)
      implements ChangeEvent {}

  /// @param bar the market's bar before which it took effect
  /// @param pairs pairs that had been seen then
  /// @param allocation money that the slot had then
  record StepTaken(String step, double share, long bar, long pairs, double allocation)
      implements ChangeEvent {}

  record StepRefused(String step, double share, String reason) implements ChangeEvent {}

  record Analysed(JsonNode analysis) implements ChangeEvent {}

  /// The judge cannot tell; the owner decides.
  record OwnerAsked(String question, JsonNode analysis) implements ChangeEvent {}

  /// @param answer `keep` (on the owner's word, not on evidence), `wait`, `take-back`
  record OwnerAnswered(String answer, String by) implements ChangeEvent {}

  /// @param grounds `evidence`, `identical`, or `owner` (on the owner's word)
  record PromotionDecided(String grounds, JsonNode analysis) implements ChangeEvent {}

  record Promoted(String commit, long bar) implements ChangeEvent {}

  /// @param cause see [Cause]
  record RollbackDecided(Cause cause, String reason, @Nullable JsonNode analysis)
      implements ChangeEvent {}

  record RolledBack(Cause cause, String reason, long bar, long micros) implements ChangeEvent {}

  /// Sorte died between an intention and its effect, and took the change back.
  record Undone(String reason) implements ChangeEvent {}

  record Withdrawn(String by) implements ChangeEvent {}

  record Failed(String stage, String reason, @Nullable String remedy) implements ChangeEvent {}

  /// Said at a start about a change that was under way.
  ///
  /// @param how `went-on` or `undone`
  record Recovered(String how, String from) implements ChangeEvent {}

  record LessonLearned(JsonNode lesson) implements ChangeEvent {}

  /// Why a version was taken back.
  enum Cause {
    /// the judge saw that it is worse
    JUDGE,
    /// it threw, spun, or passed a limit or its loss budget: the trader took it back by itself
    FAULT,
    /// the owner wanted it
    OWNER,
    /// nobody answered, or Sorte's own change was not shown better
    NOT_SHOWN,
    /// its pairs were no measurements
    NOT_MEASURED,
    /// it ran without a leaf in the guardian's log
    NOT_ATTESTED,
    /// the guardian's second verdict did not admit it to capital
    NOT_ADMITTED
  }
}
