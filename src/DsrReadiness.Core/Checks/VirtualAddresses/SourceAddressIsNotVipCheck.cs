using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Desired.Remedies;
using DsrReadiness.Host;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Checks.VirtualAddresses;

/// <summary>The answers to a connection that the server opens from a VIP go to the balancer, which knows nothing of it.</summary>
internal sealed class SourceAddressIsNotVipCheck() : Check(new CheckInfo(
    "V13",
    "The server's own connections to gateway, DNS servers and balancers do not come from a VIP",
    [Severity.Error],
    [.. ReadingId.Interfaces, new ReadingId(DnsClientServerAddressClass.Class)]).With(Shown.ByPacketIfKnown))
{
    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        var choice = new SourceChoice(context);
        Finding[] findings = context.Families.SelectMany(family => Judge(context, family, choice)).ToArray();
        return findings.Length > 0 ? findings : [NotApplicable("No gateway, DNS server or balancer of the service's families is known.")];
    }

    private IEnumerable<Finding> Judge(CheckContext context, IPFamily family, SourceChoice choice)
    {
        Peers peers = context.Peers(family);
        if (peers.Missing is { } missing)
            yield return Unknown(missing);
        var skip = new Lazy<Advice>(() => SkipVips(context, family));
        foreach (Peer peer in peers.Known.Where(each => each.IsOneHost))
            yield return Judge(context, peer, choice, skip);
    }

    /// <summary>All VIPs that may be a source: with one of them skipped, Windows would take the next.</summary>
    private static Advice SkipVips(CheckContext context, IPFamily family)
    {
        var vips = new HashSet<IPAddress>(context.Service.VirtualIPAddresses);
        HostAddress[] all = [.. (context.Snapshot.Addresses(CimStore.Active).Rows ?? []).Where(each => each.Family == family && vips.Contains(each.Address) && !each.SkipAsSource.Is(true))];
        return Advice.Run(
            $"Skip {Wording.Some([.. all.Select(each => each.Address.ToString())])} as source.",
            all.Select(each => AddressCommands.Set(each.InterfaceIndex, each.Address, "SkipAsSource", "$true")));
    }

    private Finding Judge(CheckContext context, Peer peer, SourceChoice choice, Lazy<Advice> skip)
    {
        if (!choice.Toward(peer.Prefix.Network).TryGet(out PossibleSources? sources, out Missing? missing))
            return Unknown(missing, peer.Name);
        if (sources.Vip is not { } vip)
        {
            string source = sources.Words ?? "nothing: it cannot be reached";
            return Passed(peer.Name, $"Toward {peer.Name} Windows uses {source}.", actual: source);
        }

        return sources.AreVips
            ? Failed(
                peer.Name,
                $"Toward {peer.Name} Windows would use the VIP {vip.Address} of {context.Topology.AliasOf(vip.InterfaceIndex)} as source: the answers go to the balancer.",
                skip.Value,
                "another address",
                vip.Address.ToString())
            : Unknown(
                peer.Name,
                $"Toward {peer.Name} Windows may use the VIP {vip.Address} or another address: by the rules that are known both suit as well.",
                skip.Value);
    }
}
