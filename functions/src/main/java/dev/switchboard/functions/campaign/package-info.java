/// Campaigns over HTTP and in their state machine: planned, launched, looked after and ended.
///
/// The way in is [dev.switchboard.functions.campaign.CreateCampaign];
/// [dev.switchboard.functions.campaign.Progress] takes a campaign as far as it goes now. What is
/// decided is decided in `core`; what is sent leaves through the ledger and the outbound gate.
package dev.switchboard.functions.campaign;
