using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DsrReadiness.Addresses;

namespace DsrReadiness.Snapshots.Netsh;

/// <summary>
/// Reads <c>netsh interface ipv4|ipv6 show interface level=verbose</c> of any language. A value counts by its place and its form. Labels are never
/// understood; they have to be the same in every block, so that a line that has moved is seen.
/// </summary>
internal sealed class NetshInterfaceReader(NetshText text, string name, IPFamily family)
{
    /// <summary>The name of the built-in loopback, which is not translated: around it stand the words that all titles share.</summary>
    private const string BuiltInLoopback = "Loopback Pseudo-Interface 1";

    /// <exception cref="NetshTextException">It is not, for certain, that text.</exception>
    public static IReadOnlyList<NetshInterface> Read(Stream stream, string name, IPFamily family) =>
        new NetshInterfaceReader(NetshText.Read(stream, name), name, family).Read();

    private IReadOnlyList<NetshInterface> Read()
    {
        string command = $"netsh interface {family.ToString().ToLowerInvariant()} show interface level=verbose";
        var blocks = new NetshBlockReader(text.Characters, name, command);
        string other = family == IPFamily.IPv4 ? "ipv6" : "ipv4";
        if (blocks.CommandWords.Any(word => string.Equals(word, other, StringComparison.OrdinalIgnoreCase)))
            throw new NetshTextException(name, $"the command above the text is one for {other}, and the text is given for {family}");
        NetshInterface[] interfaces = blocks.Read().Select(Read).ToArray();
        RefuseRepetition(interfaces, each => each.Index);
        RefuseRepetition(interfaces, each => each.Luid);
        RefuseOtherLabels(interfaces);
        if (!interfaces.Any(each => each.IsBuiltInLoopback) || interfaces.Length < 2)
        {
            throw new NetshTextException(
                name,
                $"found {interfaces.Length} interface(s), and every server has a built-in loopback (loopback_0) and another one; "
                + $"save all that {command} shows, without the name of an interface");
        }

        return Named(interfaces);
    }

    private NetshInterface Read(NetshBlock block)
    {
        var fields = new Dictionary<NetshPlace, NetshField>();
        int at = 0;
        foreach (NetshPlace place in NetshPlace.All)
        {
            if (at == block.Fields.Count && place.IsOptional)
                break;
            if (place == NetshPlace.State && at < block.Fields.Count && NetshPlace.Compartment.Fits(block.Fields[at].Value))
                Take(NetshPlace.Compartment);
            Take(place);
        }

        foreach (NetshField left in block.Fields.Skip(at))
            RefuseMovedLabel(left, null);
        return new NetshInterface(block, fields);

        void Take(NetshPlace place)
        {
            if (at == block.Fields.Count)
                throw new NetshTextException(name, $"found an interface of {at} lines, expected as line {at + 1} {place.Expected} ({place.Label})", block.Line);
            NetshField field = block.Fields[at++];
            if (!place.Fits(field.Value))
                throw new NetshTextException(name, $"found {NetshBlockReader.Show(field.Value)}, expected {place.Expected} ({place.Label})", field.Line);
            RefuseMovedLabel(field, place);
            fields.Add(place, field);
        }
    }

    /// <summary>A label that is known stands at its place. One that is not may be a word of any language.</summary>
    private void RefuseMovedLabel(NetshField field, NetshPlace? place)
    {
        NetshPlace? known = NetshPlace.All.Append(NetshPlace.Compartment).FirstOrDefault(each => string.Equals(each.Label, field.Label, StringComparison.OrdinalIgnoreCase));
        if (known is not null && known != place)
            throw new NetshTextException(name, $"found '{known.Label}', expected {(place is null ? "another line" : place.Label)} here", field.Line);
    }

    private void RefuseRepetition(IEnumerable<NetshInterface> interfaces, Func<NetshInterface, NetshField> select)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (NetshField field in interfaces.Select(select))
        {
            if (!known.Add(field.Value))
                throw new NetshTextException(name, $"found {field.Value} a second time", field.Line);
        }
    }

    private void RefuseOtherLabels(IReadOnlyList<NetshInterface> interfaces)
    {
        if (interfaces.Count == 0)
            return;
        IReadOnlyList<NetshField> first = interfaces[0].Block.Fields;
        if (interfaces[0].Fields.FirstOrDefault(read => first.Any(field => field != read && field.Label == read.Label)) is { } twice)
            throw new NetshTextException(name, $"found {NetshBlockReader.Show(twice.Label)} twice in one interface, so that the two cannot be told apart", twice.Line);
        foreach (NetshBlock block in interfaces.Select(each => each.Block))
        {
            if (block.Fields.Count != first.Count)
                throw new NetshTextException(name, $"found an interface of {block.Fields.Count} lines, expected {first.Count} as the first has", block.Line);
            foreach ((NetshField field, string expected) in block.Fields.Zip(first, (field, model) => (field, model.Label)))
            {
                if (field.Label != expected)
                    throw new NetshTextException(name, $"found {NetshBlockReader.Show(field.Label)}, expected {NetshBlockReader.Show(expected)} as in the first interface", field.Line);
            }
        }
    }

    /// <summary>The names, where the titles give them for certain; else the interfaces have none, and are told by their indexes.</summary>
    private IReadOnlyList<NetshInterface> Named(IReadOnlyList<NetshInterface> interfaces)
    {
        string title = interfaces.First(each => each.IsBuiltInLoopback).Block.Title;
        int at = title.IndexOf(BuiltInLoopback, StringComparison.Ordinal);
        if (at < 0 || !text.IsExact)
            return interfaces;
        string before = title.Substring(0, at);
        string after = title.Substring(at + BuiltInLoopback.Length);
        return interfaces.Select(each => each with { Alias = Between(each.Block.Title, before, after) }).ToArray();
    }

    private static string? Between(string title, string before, string after) =>
        title.Length > before.Length + after.Length && title.StartsWith(before, StringComparison.Ordinal) && title.EndsWith(after, StringComparison.Ordinal)
            ? title.Substring(before.Length, title.Length - before.Length - after.Length)
            : null;
}
