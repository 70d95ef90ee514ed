using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>Commands that save what this project reads, for Windows PowerShell 3.0 and later.</summary>
internal static class SavedCommand
{
    /// <summary>How one class is saved, in words.</summary>
    public const string Whole = "save what the cmdlet gives, without Select-Object or Format-List, such as: Get-NetIPInterface | Export-Clixml NetIPInterface.xml";

    /// <summary>
    /// One command that brings readings in one file: in tables that name the store, and the class where there may be no row. A cmdlet that fails ends it, as
    /// an empty list would say that there are no rows.
    /// </summary>
    /// <param name="readings">Readings of classes of Windows.</param>
    /// <param name="file">The file, without its ending.</param>
    public static string For(IEnumerable<ReadingId> readings, string file)
    {
        ReadingId[] all = readings.ToArray();
        var setup = new List<string>();
        var tables = new List<string>();
        foreach ((CimStore store, string variable) in new[] { (CimStore.Active, "a"), (CimStore.Persistent, "p") })
        {
            string[] lists = all.Where(each => each.Store == store).Select(each => $"{each.Class} = @({each.Class.Cmdlet} @{variable})").ToArray();
            if (lists.Length == 0)
                continue;
            setup.Add($"${variable} = @{{ PolicyStore = '{store}Store'; ErrorAction = 'Stop' }}; ");
            tables.Add($"{store}Store = @{{ {string.Join("; ", lists)} }}");
        }

        tables.AddRange(all.Where(each => each.Store == CimStore.None).Select(
            each => $"{each.Class} = @(Get-CimInstance -Namespace {each.Class.Namespace} -ClassName {each.Class} -ErrorAction Stop)"));
        return $"& {{ {string.Concat(setup)}@{{ {string.Join("; ", tables)} }} | Export-Clixml {file}.xml -Depth 5 }}";
    }

    /// <summary>The command that saves one class as most people would.</summary>
    public static string Of(CimClass @class)
    {
        string name = @class.Name.Substring(@class.Name.IndexOf('_') + 1);
        return (@class.Cmdlet ?? $"Get-CimInstance -Namespace {@class.Namespace} -ClassName {@class}") + $" | Export-Clixml {name}.xml";
    }
}
