using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Firewall;

/// <summary>What rules are held against beside the traffic: the programs that listen, the addresses that keywords stand for, the version of Windows.</summary>
internal sealed class FirewallHost(Snapshot snapshot)
{
    private ListeningPrograms? _programs;
    private KeywordAddresses? _keywords;
    private Version? _version;
    private OwnAddresses? _own;

    /// <summary>What is read for it, beside what finding the interfaces reads anyway: addresses, routes and services.</summary>
    public static ReadingId[] Reads { get; } =
    [
        new(NetTcpConnectionClass.Class),
        new(NetUdpEndpointClass.Class),
        new(ProcessClass.Class),
        new(RegistryValueClass.Class),
        new(OperatingSystemClass.Class),
        new(ComputerSystemClass.Class),
        new(DnsClientServerAddressClass.Class),
        new(NetworkAdapterConfigurationClass.Class),
    ];

    public ListeningPrograms Programs => _programs ??= new ListeningPrograms(snapshot);

    public KeywordAddresses Keywords => _keywords ??= new KeywordAddresses(snapshot);

    /// <summary>False if that is not known.</summary>
    public bool IsDomainMember => snapshot.ComputerSystems.Single?.PartOfDomain.Is(true) == true;

    /// <summary>Null if it is not known.</summary>
    public Version? Version => _version ??= snapshot.OperatingSystems.Single?.Version;

    /// <summary>
    /// Whether addresses are those of everybody who sends a flow. Packets that a balancer hands on keep the client's address, so that what clients send comes neither from a balancer's own address
    /// nor from one of the server's.
    /// </summary>
    public bool Covers(IEnumerable<IPRange> addresses, Flow flow)
    {
        return Coverage.Covers(addresses, flow.Sources, flow.Balancers is { } balancers ? IsNoClient : null);
        bool IsNoClient(AddressBits bits) => bits.ToAddress(flow.Family) is var address && (balancers.Contains(address) || (_own ??= new OwnAddresses(snapshot)).Contains(address));
    }
}
