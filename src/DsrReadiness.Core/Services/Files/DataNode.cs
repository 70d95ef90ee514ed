using System.Collections.Generic;
using DsrReadiness.Json;

namespace DsrReadiness.Services.Files;

/// <summary>A value of a service file with its place, whatever the file is written in.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Shown">The value in words, to be named in a message.</param>
internal sealed record DataNode(DataKind Kind, DataPlace Place, string Shown)
{
    private const int LongestQuote = 60;
    private IReadOnlyList<DataNode> _items = [];

    /// <summary>The text, or the number as text.</summary>
    public string Text { get; private init; } = string.Empty;

    /// <summary>The members of an object, in their order.</summary>
    public IReadOnlyList<DataMember> Members { get; private init; } = [];

    /// <summary>The items of a list; of any other value that value, since a list of one may be written without brackets.</summary>
    public IReadOnlyList<DataNode> Items => Kind == DataKind.List ? _items : [this];

    public static DataNode OfText(DataPlace place, string text) =>
        new(DataKind.Text, place, "'" + (text.Length <= LongestQuote ? text : text.Substring(0, LongestQuote) + "...") + "'") { Text = text };

    public static DataNode OfNumber(DataPlace place, object number)
    {
        string text = JsonReal.TextOf(number)!;
        return new DataNode(DataKind.Number, place, text) { Text = text };
    }

    public static DataNode OfObject(DataPlace place, IReadOnlyList<DataMember> members) => new(DataKind.Object, place, "an object") { Members = members };

    public static DataNode OfList(DataPlace place, IReadOnlyList<DataNode> items)
    {
        var node = new DataNode(DataKind.List, place, items.Count == 0 ? "an empty list" : "a list");
        node._items = items;
        return node;
    }

    /// <summary>A value that no member takes.</summary>
    public static DataNode OfOther(DataPlace place, string shown) => new(DataKind.Other, place, shown);
}
