using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Names;

/// <summary>The DNS Server role and the Netlogon service of a domain controller publish a host's addresses by ways of their own.</summary>
internal sealed class DnsServerPublishesNoVipCheck() : Check(new CheckInfo(
    "D05",
    "Neither the DNS Server role nor a domain controller publishes the VIP",
    [Severity.Warning],
    [new ReadingId(RegistryValueClass.Class), new ReadingId(ServiceClass.Class), new ReadingId(OperatingSystemClass.Class), new ReadingId(NetTcpConnectionClass.Class), new ReadingId(NetUdpEndpointClass.Class), new ReadingId(DnsAnswerClass.Class)]))
{
    private const string DnsService = "DNS";
    private const int DnsPort = 53;
    private const uint DomainController = 2;
    private static readonly char[] s_separators = [' ', ',', ';'];

    /// <summary>The records of a domain controller that hold its addresses.</summary>
    private static readonly string[] s_addressRecords = ["LdapIpAddress", "GcIpAddress"];

    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!context.Snapshot.WindowsServices.TryGet(out IReadOnlyList<WindowsService>? rows, out Missing? missing))
            yield return Unknown(missing);
        bool hasDns = rows?.Any(IsDnsServer) == true;
        Fact<bool> controller = IsDomainController(context.Snapshot);
        bool isKnown = controller.TryGet(out bool isController, out missing);
        PublishedNames? names = context.Snapshot.DnsAnswers.Rows is { Count: > 0 } answers ? new PublishedNames(answers) : null;
        if (hasDns)
            yield return JudgeRole(context, names, isController);
        if (!isKnown)
            yield return Unknown(missing!);
        else if (isController)
            yield return JudgeController(context, names);
        else if (rows is not null && !hasDns)
            yield return NotApplicable("The server has no DNS Server role and is not a domain controller.");
    }

    /// <summary>A service that is stopped and disabled publishes nothing, and does not come back by itself.</summary>
    private static bool IsDnsServer(WindowsService service) => string.Equals(service.Name, DnsService, StringComparison.OrdinalIgnoreCase)
        && !(Says(service.State, "Stopped") && Says(service.StartMode, "Disabled"));

    private static bool Says(Field<string> field, string word) => field.TryGet(out string text) && string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    private static Fact<bool> IsDomainController(Snapshot snapshot)
    {
        if (!snapshot.OperatingSystems.TryGetSingle(out Cim.Classes.OperatingSystem? windows, out Missing? missing))
            return missing;
        return windows.ProductType.TryGet(out uint type) ? type == DomainController : Missing.Property("ProductType of Windows", windows.ProductType);
    }

    private static string[] Words(RegistryValue value) => value.Texts.SelectMany(text => text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries)).ToArray();

    private Finding JudgeRole(CheckContext context, PublishedNames? names, bool isController)
    {
        const string Subject = "DNS Server role";
        if (!Registry.Find(context.Snapshot, RegistryNames.PublishAddresses).TryGet(out RegistryValue? value, out Missing? missing))
            return Unknown(missing, Subject);
        string[] words = Words(value);
        if (words.Length == 0 && HasNoSocketFor(context))
            return Passed(Subject, "The DNS Server role publishes the addresses that it listens on, and does not listen on the VIP.", "no VIP", "no VIP");
        if (words.Length == 0 && names is not null && PublishedNames.AreWithoutVip(names.OfServer, context.Service) && (!isController || PublishedNames.AreWithoutVip(names.OfDomain, context.Service)))
            return Passed(Subject, $"The DNS Server role publishes every address that it listens on, and {Asked(names.OfServer)} has no VIP under {NamesOf(names)}.", "no VIP", "no VIP");
        if (words.Length == 0)
            return Published(context, Subject, "The DNS Server role publishes every address that it listens on under the server's own name, the VIP included.", "all addresses");
        var published = new List<IPAddress>();
        foreach (string word in words)
        {
            if (!AddressText.TryParse(word, out IPAddress? address))
                return Unknown(Subject, $"PublishAddresses of the DNS Server role holds '{word}', which is not an address.", "Set PublishAddresses anew, and collect again.");
            published.Add(address);
        }

        string[] vips = published.Intersect(context.Service.VirtualIPAddresses).Select(vip => vip.ToString()).ToArray();
        return vips.Length == 0
            ? Passed(Subject, "The DNS Server role publishes no VIP.", "no VIP", Wording.Some(words))
            : Published(context, Subject, $"PublishAddresses of the DNS Server role holds {Wording.Some(vips)}.", Wording.Some(words));
    }

    /// <summary>True where the DNS server runs and has no socket that takes what is sent to a VIP.</summary>
    private static bool HasNoSocketFor(CheckContext context)
    {
        bool isBound = false;
        foreach (TransportProtocol protocol in new[] { TransportProtocol.Udp, TransportProtocol.Tcp })
        {
            if (!context.Listeners(protocol).TryGet(out ListenerTable? table, out _)
                || context.Service.VirtualIPAddresses.Any(vip => table.Covering(vip, DnsPort) is not null))
            {
                return false;
            }

            isBound |= table.On(DnsPort).Count > 0;
        }

        return isBound;
    }

    private Finding Published(CheckContext context, string subject, string reason, string actual)
    {
        string? own = Own(context);
        string words = "Have the role publish the server's own addresses alone, and delete the record that is there."
            + (own is null ? " Write them in place of ADDRESS, with spaces between them." : string.Empty);
        string[] commands = ServiceCommands.SetParameter(DnsService, "PublishAddresses", "String", $"'{own ?? "ADDRESS"}'");
        return Failed(
            subject,
            reason,
            own is null ? Advice.Choose(words, commands) : Advice.Run(words, commands),
            "no VIP",
            actual);
    }

    /// <summary>The server's own addresses on the traffic interface, as the value has them.</summary>
    private static string? Own(CheckContext context)
    {
        if (!context.TrafficInterface.TryGet(out HostInterface? traffic, out _))
            return null;
        string[] own = (context.Snapshot.Addresses(CimStore.Active).Rows ?? [])
            .Where(each => each.InterfaceIndex == traffic.Index && !each.Address.IsIPv6LinkLocal && !context.Service.VirtualIPAddresses.Contains(each.Address))
            .Select(each => each.Address.ToString()).ToArray();
        return own.Length > 0 ? string.Join(" ", own) : null;
    }

    private static string Asked(IReadOnlyList<DnsAnswer> answers) => "DNS server " + answers[0].Server;

    private static string NamesOf(PublishedNames names) => string.Join(" and ", new[] { names.OfServer, names.OfDomain }.Where(each => each.Count > 0).Select(each => each[0].Name));

    private Finding JudgeController(CheckContext context, PublishedNames? names)
    {
        const string Subject = "Netlogon";
        Snapshot snapshot = context.Snapshot;
        if (!Registry.FindFirst(snapshot, RegistryNames.UseDynamicDnsPolicy, RegistryNames.UseDynamicDns).TryGet(out RegistryValue? dynamic, out Missing? missing)
            || !Registry.Find(snapshot, RegistryNames.RegisterDnsARecords).TryGet(out RegistryValue? addresses, out missing)
            || !Registry.FindFirst(snapshot, RegistryNames.DnsAvoidRegisterRecordsPolicy, RegistryNames.DnsAvoidRegisterRecords)
                .TryGet(out RegistryValue? avoided, out missing))
        {
            return Unknown(missing, Subject);
        }

        if (dynamic.Number == 0)
            return Passed(Subject, "Netlogon registers no DNS records: UseDynamicDns is 0.", "no VIP", "no records");
        if (addresses.Number == 0)
            return Passed(Subject, "Netlogon registers no address records: RegisterDnsARecords is 0.", "no VIP", "no address records");
        string[] registered = s_addressRecords.Except(Words(avoided), StringComparer.OrdinalIgnoreCase).ToArray();
        if (registered.Length == 0)
            return Passed(Subject, "Netlogon registers no address records: DnsAvoidRegisterRecords names them.", "no VIP", "no address records");
        if (names is not null && PublishedNames.AreWithoutVip(names.OfDomain, context.Service))
            return Passed(Subject, $"Netlogon registers this domain controller's addresses, and {Asked(names.OfDomain)} has no VIP under {names.OfDomain[0].Name}.", "no VIP", "no VIP");
        string now = names is not null && PublishedNames.WithVip(names.OfDomain, context.Service) is { } found ? $" DNS server {found.Server} has a VIP under {found.Name}." : string.Empty;
        return Failed(
            Subject,
            $"This is a domain controller, whose Netlogon registers its addresses under the names of the domain ({string.Join(", ", registered)}), VIPs perhaps included.{now}",
            Advice.Choose(
                "Look whether DNS has the VIP under the name of the domain. If it has, have Netlogon register no addresses, and keep the domain's address records for this server by hand.",
                ServiceCommands.SetParameter(Subject, "RegisterDnsARecords", "DWord", "0")),
            "no address records",
            string.Join(", ", registered));
    }
}
