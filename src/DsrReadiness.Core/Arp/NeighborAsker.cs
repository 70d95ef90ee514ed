using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Host;
using DsrReadiness.Time;

namespace DsrReadiness.Arp;

/// <summary>Asks the segment of one computer who has an address, several times: of several that answer, one is heard now and another then.</summary>
/// <param name="name">What the computer is called.</param>
/// <param name="probe">Asks.</param>
/// <param name="clock">Waits between one time and the next.</param>
internal sealed class NeighborAsker(string name, INeighborProbe probe, IClock clock)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Asks for one address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="times">How many times.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ArpProbe> AskAsync(IPAddress address, int times, CancellationToken cancellationToken)
    {
        IReadOnlyList<ProbeAddress> own = probe.Addresses();
        if (own.Any(each => each.Address.Equals(address)))
            return Result(address, [], 0, null, holds: true);
        ProbeAddress[] from = own.Where(each => IsOnLink(each, address)).GroupBy(each => each.InterfaceIndex).Select(each => each.First()).ToArray();
        if (from.Length == 0)
            return Result(address, [], 0, $"{address} is in no network of {name}, and can be asked for on its own segment only", holds: false);
        var answers = new Dictionary<(string LinkLayerAddress, string Interface), int>();
        int questions = 0;
        for (int i = 0; i < times; i++)
        {
            if (i > 0)
                await clock.DelayAsync(s_pause, cancellationToken).ConfigureAwait(false);
            foreach (ProbeAddress each in from)
            {
                ProbeReply reply = await probe.AskAsync(address, each, cancellationToken).ConfigureAwait(false);
                if (reply.Failure is { } failure)
                    return Result(address, answers, questions, WhyNot(address, failure), holds: false);
                questions++;
                if (reply.LinkLayerAddress is { } text && MacAddress.Read(text) is { } mac)
                    answers[(mac, each.InterfaceAlias)] = (answers.TryGetValue((mac, each.InterfaceAlias), out int before) ? before : 0) + 1;
            }
        }

        return Result(address, answers, questions, null, holds: false);
    }

    private static bool IsOnLink(ProbeAddress own, IPAddress address) => own.Address.Family() == address.Family()
        && own.PrefixLength >= 0 && own.PrefixLength <= own.Address.Family().Bits()
        && new IPPrefix(own.Address, own.PrefixLength).Contains(address);

    private string WhyNot(IPAddress address, CimFailure failure) => $"{name} could not ask for {address} ({failure})";

    private ArpProbe Result(IPAddress address, Dictionary<(string LinkLayerAddress, string Interface), int> answers, int questions, string? whyNot, bool holds) =>
        new(name, address, answers, questions, whyNot, holds, clock.UtcNow);
}
