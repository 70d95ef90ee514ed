using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Host;
using DsrReadiness.Snapshots;

namespace DsrReadiness.Completion;

/// <summary>Completes the VIPs that servers have on their loopbacks.</summary>
public sealed class VirtualIPAddressCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Complete(wordToComplete, ServerWords.Snapshots(commandName, fakeBoundParameters).SelectMany(Vips).Distinct());

    internal static IEnumerable<Word> Vips(Snapshot snapshot)
    {
        var topology = new Topology(snapshot);
        return (snapshot.Addresses(CimStore.Active).Rows ?? [])
            .Where(row => MayBeVip(row.Address) && topology.Find(row.InterfaceIndex).TryGet(out HostInterface? on, out _) && on.IsLoopback)
            .Select(row => new Word(row.Address.ToString(), row.Address.ToString(), "On a loopback of " + snapshot.ComputerName));
    }

    private static bool MayBeVip(IPAddress address) => !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal && !IsApipa(address);

    private static bool IsApipa(IPAddress address) => address.Family() == IPFamily.IPv4 && address.ToString().StartsWith("169.254.", System.StringComparison.Ordinal);
}
