using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.Names;

/// <summary>Whoever asks DNS for the server and gets the VIP ends at the balancer, or at another server.</summary>
internal sealed class HostNameDoesNotResolveToVipCheck() : Check(new CheckInfo(
    "D04",
    "DNS has no VIP under the server's own name",
    [Severity.Error, Severity.Warning],
    [new ReadingId(DnsAnswerClass.Class), new ReadingId(DnsClientServerAddressClass.Class), new ReadingId(ComputerSystemClass.Class), new ReadingId(RegistryValueClass.Class)]).With(Shown.Nowhere))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        if (!context.Snapshot.DnsAnswers.TryGet(out IReadOnlyList<DnsAnswer>? answers, out Missing? missing))
            return [Unknown(missing)];
        return answers.Count == 0 ? [NothingAsked(context)] : context.Families.Select(family => Judge(context, family, new PublishedNames(answers).OfServer)).ToArray();
    }

    private Finding NothingAsked(CheckContext context)
    {
        if (!context.Snapshot.DnsServers.TryGet(out IReadOnlyList<DnsServers>? rows, out Missing? missing))
            return Unknown(missing);
        if (!rows.Any(row => row.Servers.Any(server => !server.IsIPv6SiteLocal)))
            return NotApplicable("No DNS server is set.");
        if (!DomainMembership.Of(context.Snapshot).TryGet(out bool isMember, out missing))
            return Unknown(missing);
        return isMember
            ? Unknown(null, "No DNS server was asked for the server's name.", "Collect again with the current collector script, or judge the server live.")
            : NotApplicable("The server is not a member of a domain, so that its full name is not known.");
    }

    private Finding Judge(CheckContext context, IPFamily family, IReadOnlyList<DnsAnswer> answers)
    {
        DnsRecordType type = PublishedNames.TypeOf(family);
        string record = type == DnsRecordType.A ? "A" : "AAAA";
        if (answers.FirstOrDefault(each => each.Type == type) is not { } answer)
            return Unknown(null, $"No DNS server was asked for {record} records of the server's name.", "Collect again.");
        if (!answer.Status.TryGet(out DnsStatus status))
        {
            return answer.Status.IsNull
                ? Unknown(
                    answer.Name, $"No DNS server answered when it was asked for {record} records of {answer.Name}.", "Look at the server's DNS servers, and collect again.")
                : Unknown(Missing.Property($"The status of the DNS answer for {record} records of {answer.Name}", answer.Status), answer.Name);
        }

        string server = "DNS server " + answer.Server.ToString();
        if (status == DnsStatus.NoSuchName)
        {
            bool isNameSure = Registry.Find(context.Snapshot, RegistryNames.PrimaryDnsSuffix).TryGet(out _, out _);
            return Failed(
                Severity.Warning,
                answer.Name,
                $"{server} knows no name {answer.Name}: the server's records are missing{(isNameSure ? "." : ", or its primary DNS suffix, which was not read, is not that of its domain and it has another name.")}",
                isNameSure
                    ? "Have the server register its own addresses again, or look why that DNS server takes no updates of it."
                    : "Look the server up by the full name that System Properties show, and look whether a VIP is among the answers.",
                "no VIP",
                "no such name");
        }

        if (status != DnsStatus.NoError)
            return Unknown(answer.Name, $"{server} answered {status} when it was asked for {record} records of {answer.Name}.", "Look at that DNS server, and collect again.");
        string[] vips = answer.Addresses.Intersect(context.Service.VirtualIPAddresses).Select(vip => vip.ToString()).ToArray();
        string actual = answer.Addresses.Count == 0 ? "no address" : Wording.Some(answer.Addresses.Select(each => each.ToString()).ToArray());
        return vips.Length == 0
            ? Passed(answer.Name, $"{server} has no VIP among the {record} records of {answer.Name}.", "no VIP", actual)
            : Failed(
                answer.Name,
                $"{server} has {Wording.Some(vips)} among the {record} records of {answer.Name}: whoever asks for the server may end at the balancer or at another server.",
                "Keep the VIP out first (D01, D05, V06), then delete the record on the DNS server.",
                "no VIP",
                actual);
    }
}
