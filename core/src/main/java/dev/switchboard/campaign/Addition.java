package dev.switchboard.campaign;

/// One contractor more, with what he adds.
///
/// @param before the forecast without him
/// @param after the forecast with him
public record Addition(Candidate candidate, Probability before, Probability after) {}
