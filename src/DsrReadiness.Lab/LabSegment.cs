using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Lab.State;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Lab;

/// <summary>
/// The network that lab servers share. Whoever has an address on an adapter with a wire answers for it, and what is on the segment beside the servers answers for what it was given.
/// Everybody has spoken to these other hosts already, so that all servers have them in their neighbour tables: of several that answer, each server has heard another last.
/// </summary>
public sealed class LabSegment
{
    private readonly List<LabServer> _servers = [];
    private readonly List<(IPAddress Address, string LinkLayerAddress)> _hosts = [];
    private readonly List<IPAddress> _sought = [];
    private readonly Dictionary<(LabServer Asker, IPAddress Address), int> _questions = [];
    private LabServer? _asker;

    /// <summary>One for all servers: who asks looks at the others.</summary>
    internal object Gate { get; } = new();

    /// <summary>Puts a host on the segment that is no server, such as a balancer.</summary>
    /// <param name="address">An address that it answers for.</param>
    /// <param name="linkLayerAddress">Its MAC address, such as <c>00-00-5E-00-53-05</c>.</param>
    public LabSegment Host(string address, string linkLayerAddress)
    {
        IPAddress parsed = LabAdapterBuilder.Parse(address);
        lock (Gate)
        {
            _hosts.Add((parsed, linkLayerAddress));
            if (!_sought.Contains(parsed))
                _sought.Add(parsed);
        }

        return this;
    }

    /// <summary>Takes a host off the segment: its addresses are asked for in vain.</summary>
    /// <param name="linkLayerAddress">Its MAC address.</param>
    public LabSegment RemoveHost(string linkLayerAddress)
    {
        lock (Gate)
            _hosts.RemoveAll(host => string.Equals(host.LinkLayerAddress, linkLayerAddress, StringComparison.OrdinalIgnoreCase));
        return this;
    }

    /// <summary>The computer of the segment from which real packets are asked; it is there as soon as it is asked for, and is neither a server nor the balancer.</summary>
    public LabServer Asker
    {
        get
        {
            lock (Gate)
                return _asker ??= LabShapes.DescribeAsker().Segment(this).Build();
        }
    }

    /// <summary>Where the asker keeps which routes it has leased.</summary>
    internal MemoryJournals AskerJournals { get; } = new();

    /// <summary>The server that a frame for an address on the segment goes to; null if nobody has it, or no server.</summary>
    internal LabServer? Find(IPAddress address)
    {
        lock (Gate)
            return _servers.FirstOrDefault(server => server.AnswersFor(address) is not null);
    }

    internal void Join(LabServer server)
    {
        lock (Gate)
            _servers.Add(server);
    }

    /// <summary>Asks the segment: the MAC address whose answer came last; null if nobody has the address. Those that answer take turns.</summary>
    internal string? Ask(LabServer asker, IPAddress address)
    {
        string[] answers = Answers(asker, address);
        _questions.TryGetValue((asker, address), out int before);
        _questions[(asker, address)] = before + 1;
        return answers.Length == 0 ? null : answers[before % answers.Length];
    }

    /// <summary>What a server has heard: an address of another host, and who answered last; null if nobody did.</summary>
    internal IEnumerable<(IPAddress Address, string? LinkLayerAddress)> Heard(LabServer by) => _sought.Select(address =>
    {
        string[] answers = Answers(by, address);
        return (address, answers.Length == 0 ? null : answers[_servers.IndexOf(by) % answers.Length]);
    });

    /// <summary>Everybody but the asker who answers for an address: servers first.</summary>
    private string[] Answers(LabServer asker, IPAddress address) =>
    [
        .. _servers.Where(server => server != asker).Select(server => server.AnswersFor(address)).OfType<string>().Select(LabMac.WithDashes),
        .. _hosts.Where(host => host.Address.Equals(address)).Select(host => host.LinkLayerAddress),
    ];
}
