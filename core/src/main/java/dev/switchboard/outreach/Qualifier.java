package dev.switchboard.outreach;

/// Works out a score for a lead that came without one. A rubric does it here ([Rubric]); a language
/// model may.
public interface Qualifier {

  /// What can be said of this lead; [Scoring.Basis#NONE] when its fields do not say enough.
  Scoring qualify(Lead lead);
}
