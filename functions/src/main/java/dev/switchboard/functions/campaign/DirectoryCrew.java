package dev.switchboard.functions.campaign;

import dev.switchboard.OwnerId;
import dev.switchboard.campaign.CampaignSettings;
import dev.switchboard.campaign.CampaignSettings.Fatigue;
import dev.switchboard.campaign.Campaigns;
import dev.switchboard.campaign.Contractor;
import dev.switchboard.campaign.Directory;
import dev.switchboard.campaign.HourBand;
import dev.switchboard.campaign.Learning;
import dev.switchboard.campaign.Learning.Group;
import dev.switchboard.campaign.Profile;
import dev.switchboard.campaign.Rotation;
import dev.switchboard.campaign.Site;
import dev.switchboard.campaign.Standing;
import dev.switchboard.campaign.Tier;
import dev.switchboard.campaign.Workload;
import dev.switchboard.contact.Contact;
import dev.switchboard.contact.ContactId;
import dev.switchboard.contact.Contacts;
import dev.switchboard.contact.Gate;
import dev.switchboard.contact.Policy;
import dev.switchboard.functions.campaign.Reach.Way;
import dev.switchboard.send.PurposeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The contractors of the directory, as far as the outbound gate lets an invitation reach them.
public final class DirectoryCrew implements Crew {

  private static final Fatigue FATIGUE = CampaignSettings.DEFAULT.fatigue();

  private final Directory directory;
  private final Contacts contacts;
  private final Gate gate;
  private final Campaigns campaigns;

  /// @param campaigns of which is learned how often contractors bid
  public DirectoryCrew(Directory directory, Contacts contacts, Gate gate, Campaigns campaigns) {
    this.campaigns = campaigns;
    this.directory = directory;
    this.contacts = contacts;
    this.gate = gate;
  }

  @Override
  public Pool available(OwnerId owner, String trade, Site site, Policy policy, Instant now) {
    var today = now.atZone(site.zone()).toLocalDate();
    var serving = directory.serving(owner, trade, site);
    var covered = serving.stream().filter(profile -> profile.covered(today)).toList();
    var ids = covered.stream().map(Profile::id).collect(Collectors.toSet());
    var loads = directory.workloads(owner, ids);
    var known = contacts.find(owner, ids);
    var rates = rates(owner, trade, site, now);
    var leftOut = new TreeMap<String, Integer>();
    if (covered.size() < serving.size()) leftOut.put(Pool.LAPSED, serving.size() - covered.size());
    var available = new ArrayList<Contractor>();
    for (var profile : covered) {
      var load = loads.getOrDefault(profile.id(), Workload.NONE);
      switch (way(profile, load, known, policy, now)) {
        case Way.From(var from) -> available.add(contractor(profile, load, site, from, now, rates));
        case Way.Barred(var reason) -> leftOut.merge(reason, 1, Integer::sum);
      }
    }
    return new Pool(Rotation.ranked(available, FATIGUE, now), leftOut);
  }

  private Way way(
      Profile profile, Workload load, Map<ContactId, Contact> known, Policy policy, Instant now) {
    if (!load.place(profile.capacity())) return new Way.Barred(Pool.BUSY);
    if (load.asked(FATIGUE, now)) return new Way.Barred(Pool.ASKED_ENOUGH);
    return Optional.ofNullable(known.get(profile.id()))
        .map(contact -> Reach.way(gate, contact, policy, now))
        .orElse(new Way.Barred(Pool.ERASED));
  }

  /// How often each tier bids on that trade when it is asked at this hour.
  private ToDoubleFunction<Tier> rates(OwnerId owner, String trade, Site site, Instant now) {
    var hours = HourBand.of(now.atZone(site.zone()).toLocalTime());
    var learning = Learning.of(CampaignSettings.DEFAULT.rates(), campaigns.learned(owner, trade));
    return tier -> learning.rate(new Group(tier, trade, hours));
  }

  private static Contractor contractor(
      Profile profile,
      Workload load,
      Site site,
      Instant from,
      Instant now,
      ToDoubleFunction<Tier> rates) {
    var tier = profile.tier(load, now, now.atZone(site.zone()).toLocalDate());
    return new Contractor(
        profile.id(),
        tier,
        rates.applyAsDouble(tier),
        from,
        profile.kilometres(site),
        load.invited());
  }

  /// Capacity and weekly cap are kept by one conditional write.
  @Override
  public boolean reserve(OwnerId owner, ContactId contractor, PurposeId campaign, Instant at) {
    while (true) {
      var load = directory.workload(owner, contractor);
      var reserved = load.reserved(campaign, at);
      if (reserved.equals(load)) return true;
      var profile = directory.find(owner, contractor);
      if (profile.isEmpty() || !load.free(profile.get().capacity(), FATIGUE, at)) return false;
      if (directory.change(owner, contractor, load, reserved)) return true;
    }
  }

  @Override
  public void release(
      OwnerId owner, ContactId contractor, PurposeId campaign, Standing standing, Instant at) {
    while (true) {
      var load = directory.workload(owner, contractor);
      var released = load.released(campaign, standing, at);
      if (released.equals(load) || directory.change(owner, contractor, load, released)) return;
    }
  }
}
