using System;
using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>Sorts the objects of one file into readings: each by its class, and by the store that it or the table around it names.</summary>
internal sealed class SavedReadings
{
    private const int MaximumRows = 1_000_000;
    private const int LongestShown = 60;
    private readonly Dictionary<(CimClass Class, CimStore Store), List<CimRow>> _rows = [];
    private readonly SortedSet<string> _servers = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _others = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    public IReadOnlyDictionary<(CimClass Class, CimStore Store), List<CimRow>> Rows => _rows;

    /// <summary>The computers that the objects came from.</summary>
    public IReadOnlyCollection<string> Servers => _servers;

    /// <summary>Classes of which no check knows.</summary>
    public IReadOnlyCollection<string> Others => _others;

    /// <summary>A piece of a file as a message may show it.</summary>
    public static string Shown(string text) => "'" + Text.SafeText.Of(text.Length > LongestShown ? text.Substring(0, LongestShown) + "..." : text) + "'";

    /// <summary>Takes a list of objects, which may be empty.</summary>
    public void AddList(SavedPlace place, int at)
    {
        if (place.Class is { } @class)
            RowsOf(@class, StoreOf(@class, place.Store, at));
    }

    /// <exception cref="SavedTextException">It cannot be told what the object is.</exception>
    public void Add(SavedObject saved, SavedPlace place)
    {
        if (saved.ClassPath is not { } path)
            throw new SavedTextException(saved.At, $"found {(saved.TypeName is { } type ? "an object of type " + Shown(type) : "an object")} that does not name its class of CIM; {SavedCommand.Whole}");
        string? server = saved.Server ?? (saved.Members.TryGetValue("PSComputerName", out object? session) ? session as string : null);
        if (!string.IsNullOrEmpty(server))
            _servers.Add(server!);
        int slash = path.LastIndexOf('/');
        CimClass? @class = CimClasses.Find(path.Substring(slash + 1));
        if (@class is null || @class.Evidence == CimEvidence.Own || (slash > 0 && !string.Equals(path.Substring(0, slash), @class.Namespace, StringComparison.OrdinalIgnoreCase)))
        {
            _others.Add(Shown(path.Substring(slash + 1)));
            return;
        }

        if (++_count > MaximumRows)
            throw new SavedTextException(saved.At, $"found more than {MaximumRows} objects");
        CimStore own = saved.Members.TryGetValue("Store", out object? held) ? SavedPlace.StoreOf(held) ?? CimStore.None : CimStore.None;
        if (@class.HasStores && own != CimStore.None && place.Store != CimStore.None && own != place.Store)
            throw new SavedTextException(saved.At, $"found an object of {@class} from the {own} store below the key of the {place.Store} store");
        CimStore store = StoreOf(@class, own == CimStore.None ? place.Store : own, saved.At);
        RowsOf(@class, store).Add(RowOf(saved, @class));
    }

    private static CimStore StoreOf(CimClass @class, CimStore told, int at) =>
        !@class.HasStores ? CimStore.None
        : told != CimStore.None ? told
        : throw new SavedTextException(at, $"found an object of {@class}, which does not say which store it comes from; save it with its store: {SavedCommand.For([new ReadingId(@class, CimStore.Active)], @class.Name)}");

    private static CimRow RowOf(SavedObject saved, CimClass @class)
    {
        object?[] slots = CimRow.NewSlots(@class);
        foreach (CimProperty property in @class.Properties)
        {
            if (!saved.Members.TryGetValue(property.Name, out object? value))
                continue;
            if (saved.IsTwofold(property.Name))
                throw new SavedTextException(saved.At, $"found member '{property.Name}' twice with different values");
            slots[property.Ordinal] = property.IsArray && IsCut(value) ? EmbeddedObject.Instance : value;
        }

        return new CimRow(@class, slots);
    }

    /// <summary>Below its depth, PowerShell writes a list as one text: its items with spaces between them, or the name of the type.</summary>
    private static bool IsCut(object? value) => value is string text && (text.IndexOf(' ') >= 0 || text.EndsWith("[]", StringComparison.Ordinal));

    private List<CimRow> RowsOf(CimClass @class, CimStore store)
    {
        if (!_rows.TryGetValue((@class, store), out List<CimRow>? rows))
            _rows.Add((@class, store), rows = []);
        return rows;
    }
}
