using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Firewall;
using DsrReadiness.Host;
using DsrReadiness.Releases;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;

namespace DsrReadiness.Desired.Settings;

/// <summary>
/// A rule of ours for one address, protocol and ports. It is created disabled, its conditions are read back one by one, and only then is it enabled: a condition that Windows did not
/// understand would leave a rule that lets more in than it should. In a script that is one command.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Conditions">What it lets in; null for a rule of ours that somebody changed into one that we could not make.</param>
/// <param name="IsPresent">True to make it, false to remove it.</param>
internal sealed record FirewallRule(string Id, RuleConditions? Conditions, bool IsPresent) : Setting((Place?)null)
{
    /// <summary>Each port is a command of its own there.</summary>
    private const int MostClassicPorts = 16;

    /// <summary>Where a rule and its conditions stand.</summary>
    private static readonly CimClass[] s_read = [NetFirewallRuleClass.Class, NetAddressFilterClass.Class, NetProtocolPortFilterClass.Class];

    public override string CheckId => "W01";

    public override IReadOnlyList<string> Answers => ["W01", "W02"];

    public override string Text => IsPresent ? $"Create firewall rule {Id}, which allows {Allows}, disabled." : $"Remove firewall rule {Id}.";

    public override string Words => Conditions is null ? "A firewall rule of ours goes." : $"The firewall lets in {Conditions.Words}{(IsPresent ? string.Empty : " no longer")}.";

    public override bool? IsAway => !IsPresent;

    protected override bool IsShared => false;

    protected override RowSelector Row => new(NetFirewallRuleClass.Class, null, new CimCondition(NetFirewallRuleClass.InstanceId, Id));

    protected override IReadOnlyList<CimStore> Stores => [CimStore.Persistent];

    protected override RowState To => !IsPresent ? RowState.Absent : RowState.Present(
        (NetFirewallRuleClass.ElementName, Title),
        (NetFirewallRuleClass.RuleGroup, OwnRules.Group),
        (NetFirewallRuleClass.Enabled, (long)RuleEnabled.False),
        (NetFirewallRuleClass.Direction, (long)FirewallDirection.Inbound),
        (NetFirewallRuleClass.Action, (long)FirewallAction.Allow),
        (NetFirewallRuleClass.Profiles, (long)FirewallProfiles.Any));

    protected override IReadOnlyList<RowExpectation> Proofs => !IsPresent ? [] :
        [Proof(NetAddressFilterClass.Class, NetAddressFilterClass.InstanceId), Proof(NetProtocolPortFilterClass.Class, NetProtocolPortFilterClass.InstanceId)];

    private string Title => "DSR " + Conditions!.Words;

    private string Allows => $"{Conditions!.Words} from {(Conditions.From.Count == 0 ? "any address" : Conditions.Sources[0])}";

    /// <summary>The rules that the flows need, of which those are one rule that differ in where they come from alone.</summary>
    public static IEnumerable<FirewallRule> For(IEnumerable<Flow> flows) => flows.GroupBy(flow => (flow.To, flow.Protocol, flow.Ports))
        .Select(alike => new FirewallRule(IdOf(alike.First()), RuleConditions.Of([.. alike]), true));

    /// <summary>The rules of ours that are there. Without their conditions they are not known: to take back that one was removed would make a rule that lets everything in.</summary>
    public static Fact<IReadOnlyList<FirewallRule>> Kept(Snapshot snapshot)
    {
        foreach (CimClass @class in s_read)
        {
            if (snapshot.Read(@class, CimStore.Persistent).Failure is { } failure)
                return Host.Missing.Reading(@class.Name + " (persistent store)", failure);
        }

        string[] ids = [.. OwnRules.Of(snapshot).Select(rule => rule.Get(NetFirewallRuleClass.InstanceId).Or(string.Empty))];
        return Array.Find(ids, id => s_read.Any(@class => FilterOf(snapshot, @class, id) is null)) is { } unknown
            ? Host.Missing.Unknown($"The conditions of firewall rule {unknown} could not be read.", "Look at the rule on the server, and remove it there if it goes.")
            : ids.Select(id => new FirewallRule(id, RuleConditions.Of([.. OptionsOf(snapshot, id)]), false)).ToArray();
    }

    /// <summary>The id of the rule for a flow.</summary>
    public static string IdOf(Flow flow) => $"{OwnRules.Group}-{flow.To}-{flow.Service.Replace('/', '-').Replace(' ', '-')}";

    /// <summary>The rules that the flows need, with ids that no rule has: one that is taken belongs to a rule whose conditions are not ours to change.</summary>
    public static IEnumerable<FirewallRule> For(IEnumerable<Flow> flows, Snapshot snapshot)
    {
        HashSet<string>? taken = null; // A server has hundreds of rules, and mostly lacks none.
        foreach (FirewallRule rule in For(flows))
        {
            taken ??= new(
                new[] { CimStore.Active, CimStore.Persistent }.SelectMany(store => snapshot.Read(NetFirewallRuleClass.Class, store).Rows ?? []).Select(row => row.Get(NetFirewallRuleClass.InstanceId).Or(string.Empty)),
                StringComparer.OrdinalIgnoreCase);
            yield return rule.WithFreeId(taken);
        }
    }

    /// <summary>The commands that let the flows in, one a line.</summary>
    public static string Commands(IEnumerable<Flow> flows, Snapshot snapshot) => string.Join("\n", For(flows, snapshot).Select(rule => rule.Command));

    private FirewallRule WithFreeId(HashSet<string> taken)
    {
        string free = Id;
        for (int i = 2; taken.Contains(free); i++)
            free = Id + "-" + i.ToString(CultureInfo.InvariantCulture);
        return this with { Id = free };
    }

    public override IEnumerable<Change> Missing(Now now)
    {
        if (!IsPresent)
        {
            // The conditions as they are, to make it again with, whether or not we could have made them.
            return OwnRules.Of(now.Snapshot).Where(rule => rule.Get(NetFirewallRuleClass.InstanceId).Is(Id))
                .Select(rule => Step(new Dictionary<CimStore, RowState> { [CimStore.Persistent] = RowState.Of(rule) }, options: OptionsOf(now.Snapshot, Id)));
        }

        RowState enabled = RowState.Present((NetFirewallRuleClass.Enabled, (long)RuleEnabled.True));
        return
        [
            Step(new Dictionary<CimStore, RowState> { [CimStore.Persistent] = RowState.Absent }, options: Conditions!.Options()),
            Step(null, $"Enable firewall rule {Id}.", enabled, proofs: [new RowExpectation(Row, CimStore.Active, enabled)]),
        ];
    }

    public override Setting? Before(RowState? before) => Conditions is null ? null : this with { IsPresent = !IsPresent };

    public override ShellText PowerShell(Shell shell)
    {
        const string Look = "Get-NetFirewallRule | Where-Object { $_.Name -like 'DsrReadiness-*' } | Format-Table Name, Enabled, Direction, Action";
        if (!IsPresent)
            return new ShellText([$"Get-NetFirewallRule | Where-Object {{ [string]::Equals($_.Name, {PowerShellText.Quote(Id)}, 'OrdinalIgnoreCase') }} | Remove-NetFirewallRule"], null, Look);
        string which = Conditions!.Ports is { } ports ? $"-LocalPort {ports}" : "-IcmpType " + Conditions.EchoRequest;
        string remote = Conditions.From.Count == 0 ? string.Empty : " -RemoteAddress " + string.Join(", ", Conditions.Sources.Select(source => "'" + source + "'"));
        return new ShellText(
            [$"New-NetFirewallRule -Name {PowerShellText.Quote(Id)} -DisplayName {PowerShellText.Quote(Title)} -Group '{OwnRules.Group}' -Direction Inbound -Action Allow -Profile Any -Protocol {Conditions.ProtocolName} {which} -LocalAddress '{Conditions.To}'{remote}{shell.Silent}"],
            null,
            Look);
    }

    public override ShellText Netsh(Shell shell)
    {
        string name = CmdText.QuoteRule(Id);
        string look = $"netsh advfirewall firewall show rule name={name}";
        if (!IsPresent)
            return new ShellText([$"netsh advfirewall firewall delete rule name={name}"], null, look);
        string which = Conditions!.Ports is { } ports ? $"{Conditions.ProtocolName} localport={ports}" : $"{Conditions.ProtocolName.ToLowerInvariant()}:{Conditions.EchoRequest},any";
        string remote = Conditions.From.Count == 0 ? string.Empty : " remoteip=" + string.Join(",", Conditions.Sources);
        return new ShellText([$"netsh advfirewall firewall add rule name={name} dir=in action=allow profile=any protocol={which} localip={Conditions.To}{remote}"], null, look);
    }

    public override ShellText Classic(Shell shell)
    {
        if (shell.Facts.Firewall.Value != FirewallTool.NetshFirewall)
            return ShellText.Nothing;
        return new ShellText(Conditions is null ? [] : [.. Openings(Conditions)], null, "netsh firewall show portopening");
    }

    private IEnumerable<string> Openings(RuleConditions lets)
    {
        if (lets.Protocol == TransportProtocol.Icmp)
            return [$"netsh firewall set icmpsetting type=8 mode={(IsPresent ? "ENABLE" : "DISABLE")} profile=ALL"];
        int count = lets.Ports!.Value.Last - lets.Ports.Value.First + 1;
        if (count > MostClassicPorts)
        {
            throw new ScriptRefusedException(
                $"netsh firewall opens ports one at a time, and {lets.Ports} are {count.ToString(CultureInfo.InvariantCulture)}.", "Allow the program with netsh firewall add allowedprogram, and leave the port out of the service.");
        }

        string scope = lets.From.Count == 0 ? "scope=ALL" : "scope=CUSTOM addresses=" + string.Join(",", lets.From.Select(prefix => prefix.Network + "/" + CmdText.Mask(prefix.Length)));
        return Enumerable.Range(lets.Ports.Value.First, count).Select(port => port.ToString(CultureInfo.InvariantCulture)).Select(port => IsPresent
            ? $"netsh firewall add portopening protocol={lets.ProtocolName} port={port} name={CmdText.QuoteRule(Id)} mode=ENABLE {scope} profile=ALL"
            : $"netsh firewall delete portopening protocol={lets.ProtocolName} port={port} profile=ALL");
    }

    private static IEnumerable<CimAssignment> OptionsOf(Snapshot snapshot, string id) =>
        from property in new CimProperty[]
        {
            NetAddressFilterClass.LocalAddress, NetAddressFilterClass.RemoteAddress, NetProtocolPortFilterClass.Protocol,
            NetProtocolPortFilterClass.LocalPort, NetProtocolPortFilterClass.IcmpType,
        }
        let row = FilterOf(snapshot, CimClasses.Find(property.ClassName)!, id)
        where row is not null
        let value = row.TryGetRaw(property, out object? found) ? found : null
        where value is not null && !property.Same(value, new object?[] { "Any" })
        select new CimAssignment(property, value);

    private static CimRow? FilterOf(Snapshot snapshot, CimClass @class, string id) => snapshot.Read(@class, CimStore.Persistent).Rows?
        .FirstOrDefault(each => each.TryGetRaw(each.Class.Find("InstanceID")!, out object? raw) && Equals(raw, id));

    private RowExpectation Proof(CimClass filter, CimProperty<string> instanceId) => new(
        new RowSelector(filter, null, new CimCondition(instanceId, Id)),
        CimStore.Persistent,
        RowState.Present(Conditions!.Options().Where(each => filter.Find(each.Name) is not null).ToDictionary(each => filter.Find(each.Name)!, each => each.Value)));
}
