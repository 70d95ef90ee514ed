using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;
using FirewallProfile = DsrReadiness.Lab.State.FirewallProfile;

namespace DsrReadiness.Lab.Classes;

/// <summary>Firewall profiles: set in the persistent store, which is the default; the active one says what holds.</summary>
internal sealed class NetFirewallProfiles : LabClass<NetFirewallProfiles.Entry>
{
    public NetFirewallProfiles(Machine machine)
        : base(NetFirewallProfileClass.Class, machine)
    {
        Column(NetFirewallProfileClass.Name, entry => entry.Profile.Name);
        Setting(NetFirewallProfileClass.Enabled, IsGpoBoolean);
        Setting(NetFirewallProfileClass.DefaultInboundAction, value => value is 0L or 2L or 4L);
        Setting(NetFirewallProfileClass.AllowInboundRules, IsGpoBoolean);
        Setting(NetFirewallProfileClass.AllowLocalFirewallRules, IsGpoBoolean);
        Column(
            NetFirewallProfileClass.DisabledInterfaceAliases,
            entry => entry.Profile.DisabledInterfaceAliases,
            (entry, value) => entry.Profile.DisabledInterfaceAliases = [.. ((IEnumerable<object?>)value).Cast<string>()]);
    }

    public override bool ReadingNeedsElevation => Machine.Behaviour.FirewallReadsNeedElevation;

    protected override IEnumerable<Entry> Items(CimStore store) => Machine.Firewall.Profiles.Select(profile => new Entry(profile, store == CimStore.Active));

    protected override CimOutcome? RefuseChange(Entry item, CimStore store) =>
        item.IsActive ? Refusal.NotSupported("The active store is the sum of the others.") : null;

    private static bool IsGpoBoolean(object value) => value is 0L or 1L or 2L;

    private void Setting(CimProperty property, Func<object, bool> accepts) => Column(
        property,
        entry => entry.IsActive ? entry.Profile.Effective(property) : entry.Profile.Local(property),
        (entry, value) => entry.Profile.SetLocal(property, (long)value),
        (_, value) => accepts(value));

    /// <summary>A profile in one store.</summary>
    internal sealed record Entry(FirewallProfile Profile, bool IsActive);
}
