using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>
/// Reads objects as <c>Export-Clixml</c> writes them: each with the names of its types, its properties (<c>Props</c>) and what PowerShell adds to them
/// (<c>MS</c>); lists; and tables. A document type is refused, and nothing is looked up outside of the file.
/// </summary>
internal sealed class SavedXml
{
    private const string Expected = "what Export-Clixml writes of objects that a cmdlet gave";
    private readonly XmlReader _xml;
    private readonly SavedReadings _readings;
    private readonly SavedXmlValues _values;

    public SavedXml(TextReader text, SavedReadings readings, int maximumCharacters)
    {
        _xml = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = maximumCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        });
        _readings = readings;
        _values = new SavedXmlValues(_xml);
    }

    /// <exception cref="SavedTextException">There is something else in it.</exception>
    public void Read()
    {
        try
        {
            _xml.MoveToContent();
            if (_xml.LocalName != "Objs")
                throw NotExpected();
            _values.EachChild(_ => Read(SavedPlace.Top));
            _xml.MoveToContent();
        }
        catch (XmlException e)
        {
            throw new SavedTextException(Math.Max(1, e.LineNumber), $"found text that is not well-formed XML or has a document type, expected {Expected}");
        }
    }

    private void Read(SavedPlace place)
    {
        if (_xml.LocalName == "Obj")
            ReadObject(place);
        else if (_xml.LocalName == "Nil")
            _values.Skip();
        else
            throw NotExpected();
    }

    private void ReadObject(SavedPlace place)
    {
        if (place.Depth > SavedPlace.MaximumDepth)
            throw new SavedTextException(_values.Line, $"found lists and tables nested deeper than {SavedPlace.MaximumDepth}");
        var saved = new SavedObject(_values.Line);
        IReadOnlyList<string> types = [];
        bool isGroup = false;
        _values.EachChild(name =>
        {
            switch (name)
            {
                case "TN":
                case "TNRef":
                    types = _values.ReadTypes(name);
                    break;
                case "LST" or "IE" or "STK" or "QUE":
                    isGroup = true;
                    _readings.AddList(place, saved.At);
                    _values.EachChild(_ => Read(place with { Depth = place.Depth + 1 }));
                    break;
                case "DCT":
                    isGroup = true;
                    _values.EachChild(_ => ReadEntry(place));
                    break;
                case "MS" when IsTable(types):
                    isGroup = true;
                    _values.EachChild(_ => Read(place.Below(_values.Name)));
                    break;
                case "Props":
                    _values.EachChild(member => ReadMember(saved, member, isView: false));
                    break;
                case "MS":
                    _values.EachChild(member => ReadMember(saved, member, isView: true));
                    break;
                default:
                    _values.Skip();
                    break;
            }
        });
        if (isGroup)
            return;
        saved.TypeName = types.FirstOrDefault();
        saved.ClassPath = PathOf(types) ?? saved.ClassPath;
        _readings.Add(saved, place);
    }

    /// <summary>An entry of a table: its key and its value.</summary>
    private void ReadEntry(SavedPlace place)
    {
        string? key = null;
        _values.EachChild(name =>
        {
            if (_values.Name == "Key")
                key = _values.Read(name) as string;
            else
                Read(place.Below(key ?? string.Empty));
        });
    }

    private void ReadMember(SavedObject saved, string element, bool isView)
    {
        string name = _values.Name;
        switch (name)
        {
            case "__ClassMetadata":
                saved.AddOrigin(null, null, _values.Texts("ServerName").LastOrDefault().Text);
                return;
            case "CimSystemProperties":
                (string Name, string Text)[] texts = _values.Texts("Namespace", "ClassName", "ServerName");
                saved.AddOrigin(Last(texts, "Namespace"), Last(texts, "ClassName"), Last(texts, "ServerName"));
                return;
            case "CimClass" or "CimInstanceProperties":
                _values.Skip();
                return;
        }

        object? value = _values.Read(element);
        if (name == "__SERVER")
            saved.AddOrigin(null, null, value as string);
        if (isView)
            saved.AddView(name, value);
        else
            saved.Add(name, value);
    }

    private static string? Last((string Name, string Text)[] texts, string name) => texts.LastOrDefault(each => each.Name == name).Text;

    /// <summary>A custom object: what a script puts lists together in, as in a table.</summary>
    private static bool IsTable(IReadOnlyList<string> types) => types.Count > 0
        && (types[0] is "System.Management.Automation.PSCustomObject" or "Deserialized.System.Management.Automation.PSCustomObject");

    /// <summary>The class in the name of a type: <c>Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/MSFT_NetRoute</c>.</summary>
    private static string? PathOf(IReadOnlyList<string> types)
    {
        foreach (string type in types)
        {
            int sharp = type.IndexOf('#');
            if (sharp > 0 && (type.Substring(0, sharp).EndsWith("CimInstance", StringComparison.Ordinal) || type.Substring(0, sharp).EndsWith("ManagementObject", StringComparison.Ordinal)))
                return type.Substring(sharp + 1).Replace('\\', '/');
        }

        return null;
    }

    private SavedTextException NotExpected() => new(_values.Line, $"found element {SavedReadings.Shown(_xml.LocalName)}, expected {Expected}");
}
