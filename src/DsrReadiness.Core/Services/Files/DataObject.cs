using System;
using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Text;

namespace DsrReadiness.Services.Files;

/// <summary>An object of a service file, each member of which is one that it may have and is of the type that it must have.</summary>
internal sealed class DataObject
{
    private readonly ServiceFileReader _reader;
    private readonly Dictionary<string, DataNode> _values = new(StringComparer.Ordinal);

    /// <exception cref="ServiceFileException">It is no such object.</exception>
    public DataObject(ServiceFileReader reader, DataNode node, string what, IReadOnlyList<ServiceMember> allowed)
    {
        _reader = reader;
        if (node.Kind != DataKind.Object)
            throw reader.Fail(node.Place, $"found {node.Shown}, expected {what}, which is {Type(what)}");
        foreach (DataMember member in node.Members)
            Add(member, what, allowed);
        if (allowed.FirstOrDefault(member => member.IsRequired && !_values.ContainsKey(member.Name)) is { } missing)
            throw reader.Fail(node.Place, $"found no member '{missing.Name}', which {what} must have");
    }

    /// <summary>The value of a member, or null.</summary>
    public DataNode? this[string name] => _values.TryGetValue(name, out DataNode? value) ? value : null;

    /// <summary>The items of a member, each read; none if it is not there.</summary>
    public T[] Texts<T>(string name, Func<string, T> read) =>
        this[name] is { } value ? value.Items.Select(item => _reader.Try(item.Place, () => read(item.Text))).ToArray() : [];

    /// <summary>The value of a member, read; null if it is not there.</summary>
    public T? Text<T>(string name, Func<string, T> read)
        where T : class =>
        this[name] is { } value ? _reader.Try(value.Place, () => read(value.Text)) : null;

    private static string Type(string what) => what == "a server" ? "a name or an object" : "an object";

    private void Add(DataMember member, string what, IReadOnlyList<ServiceMember> allowed)
    {
        if (allowed.FirstOrDefault(each => _reader.IsSame(each.Name, member.Name)) is not { } known)
            throw _reader.Fail(member.Place, $"found member '{member.Name}', which {what} cannot have{Meant(member.Name, allowed)}");
        if (_values.ContainsKey(known.Name))
            throw _reader.Fail(member.Place, $"found a second member '{known.Name}', expected one");
        if (member.Value is { Kind: DataKind.List, Items.Count: 0 })
            throw _reader.Fail(member.Value.Place, $"found an empty list as '{known.Name}', expected something in it; to say nothing, leave the member out");
        IEnumerable<DataNode> items = known.Type is MemberType.Text or MemberType.Environment or MemberType.UdpAnswer ? [member.Value] : member.Value.Items;
        foreach (DataNode item in items)
        {
            if (!Takes(known.Type, item))
                throw _reader.Fail(item.Place, $"found {item.Shown} as '{known.Name}', expected {Expected(known.Type)}");
        }

        _values.Add(known.Name, member.Value);
    }

    private static bool Takes(MemberType type, DataNode item) => type switch
    {
        MemberType.Text or MemberType.Texts or MemberType.Environment or MemberType.UdpAnswer => IsText(item),
        MemberType.Ports => IsText(item) || item.Kind == DataKind.Number,
        MemberType.Servers => IsText(item) || item.Kind == DataKind.Object,
        _ => item.Kind == DataKind.Object,
    };

    private static bool IsText(DataNode item) => item.Kind == DataKind.Text && item.Text.Trim().Length > 0;

    private static string Expected(MemberType type) => type switch
    {
        MemberType.Text => "a text",
        MemberType.Texts => "a text or a list of texts",
        MemberType.Ports => "a port such as 443, \"tcp/443\" or \"udp/5000-5100\", or a list of ports",
        MemberType.Environment or MemberType.UdpAnswer => "a text",
        MemberType.Servers => "the name of a server, an object, or a list of these",
        _ => "an object or a list of objects",
    };

    private static string Meant(string written, IReadOnlyList<ServiceMember> allowed)
    {
        string[] names = allowed.Select(member => member.Name).ToArray();
        return ServiceMembers.Synonyms.TryGetValue(written, out string? meant) && names.Contains(meant)
            ? $"; '{meant}' may be meant"
            : Nearest.Of(written, names) is { } word ? $"; '{word}' may be meant" : "; it can have " + string.Join(", ", names.Where(name => name != ServiceMembers.Schema));
    }
}
