using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml;
using DsrReadiness.Cim;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>Reads values of CLIXML as rows hold them: each type of .NET is an element of its own.</summary>
internal sealed class SavedXmlValues(XmlReader xml)
{
    private const int MaximumDepth = 64;
    private readonly Dictionary<string, object?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _types = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>The line that the reader stands on.</summary>
    public int Line => ((IXmlLineInfo)xml).LineNumber;

    /// <summary>The name of the member that the element is; empty for an item of a list.</summary>
    public string Name => xml.GetAttribute("N") is { } name ? Decoded(name) : string.Empty;

    /// <summary>Calls for each child of the element that the reader stands on, which it has to read over; afterwards the reader stands behind the element.</summary>
    public void EachChild(Action<string> read)
    {
        if (_depth == MaximumDepth)
            throw new SavedTextException(Line, $"found elements nested deeper than {MaximumDepth}");
        _depth++;
        bool isEmpty = xml.IsEmptyElement;
        xml.Read();
        while (!isEmpty && xml.MoveToContent() == XmlNodeType.Element)
            read(xml.LocalName);
        if (!isEmpty && xml.NodeType != XmlNodeType.EndElement)
            throw new SavedTextException(Line, "found text between elements, expected what Export-Clixml writes");
        if (!isEmpty)
            xml.Read();
        _depth--;
    }

    /// <summary>Reads over the element that the reader stands on. Its own would go as deep as the file does.</summary>
    public void Skip()
    {
        int outside = xml.Depth;
        bool isEmpty = xml.IsEmptyElement;
        while (!isEmpty && xml.Read() && xml.Depth > outside)
        {
            if (xml.Depth > 2 * MaximumDepth)
                throw new SavedTextException(Line, $"found elements nested deeper than {2 * MaximumDepth}");
        }

        xml.Read();
    }

    /// <summary>Reads the value that the reader stands on.</summary>
    public object? Read(string element)
    {
        switch (element)
        {
            case "Nil":
                Skip();
                return null;
            case "Obj":
                return ReadObject();
            case "Ref":
                object? known = _known.TryGetValue(xml.GetAttribute("RefId") ?? string.Empty, out object? earlier) ? earlier : EmbeddedObject.Instance;
                Skip();
                return known;
            case "B":
                return bool.TryParse(xml.ReadElementContentAsString(), out bool flag) ? flag : EmbeddedObject.Instance;
            case "By" or "SB" or "I16" or "U16" or "I32" or "U32" or "I64" or "U64":
                return Number(xml.ReadElementContentAsString());
            default:
                return Decoded(xml.ReadElementContentAsString());
        }
    }

    /// <summary>The names of an object's types: here, or where an earlier object of these types had them, however deep it was.</summary>
    public IReadOnlyList<string> ReadTypes(string element)
    {
        string id = xml.GetAttribute("RefId") ?? string.Empty;
        if (element == "TNRef")
        {
            if (!_types.TryGetValue(id, out IReadOnlyList<string>? known))
                throw new SavedTextException(Line, "found a reference to types that are not in the file before it");
            Skip();
            return known;
        }

        var names = new List<string>();
        EachChild(name => names.Add(Read(name) as string ?? string.Empty));
        _types[id] = names;
        return names;
    }

    /// <summary>The texts with these names, however deep in the element that the reader stands on; reads over it.</summary>
    public (string Name, string Text)[] Texts(params string[] names)
    {
        var found = new List<(string Name, string Text)>();
        void Look(string element)
        {
            if (element == "S" && names.Contains(Name))
                found.Add((Name, Decoded(xml.ReadElementContentAsString())));
            else if (element == "TN")
                ReadTypes(element);
            else if (element is "S" or "I32" or "Nil" or "T" or "ToString")
                Skip();
            else
                EachChild(Look);
        }

        EachChild(Look);
        return [.. found];
    }

    /// <summary>A list, or an enumerated number with its word; any other object is one that no contract speaks of.</summary>
    private object? ReadObject()
    {
        string id = xml.GetAttribute("RefId") ?? string.Empty;
        object? value = EmbeddedObject.Instance;
        EachChild(element =>
        {
            switch (element)
            {
                case "LST" or "IE" or "STK" or "QUE":
                    var items = new List<object?>();
                    EachChild(item => items.Add(Read(item)));
                    value = items.ToArray();
                    break;
                case "By" or "SB" or "I16" or "U16" or "I32" or "U32" or "I64" or "U64" or "S" or "B":
                    value = Read(element);
                    break;
                case "TN":
                    ReadTypes(element);
                    break;
                default:
                    Skip();
                    break;
            }
        });
        _known[id] = value;
        return value;
    }

    private static object? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong large) ? large
        : EmbeddedObject.Instance;

    /// <summary>PowerShell writes what XML cannot hold, and line ends, as <c>_x000D_</c>.</summary>
    private static string Decoded(string text)
    {
        if (text.IndexOf("_x", StringComparison.Ordinal) < 0)
            return text;
        var decoded = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && int.TryParse(text.Substring(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
            {
                decoded.Append((char)code);
                i += 6;
            }
            else
            {
                decoded.Append(text[i]);
            }
        }

        return decoded.ToString();
    }
}
