using System.Collections.Generic;
using System.Globalization;
using System.Net;
using DsrReadiness.Releases;

namespace DsrReadiness.Desired;

/// <summary>What a setting is written for: a release of Windows, and a script or a line that a person pastes.</summary>
internal sealed class Shell(ReleaseFacts? facts, IPAddress? first)
{
    private readonly ReleaseFacts? _facts = facts;

    /// <summary>A line that is pasted into PowerShell on the server that was just looked at.</summary>
    public static Shell Line { get; } = new(null, null);

    /// <summary>Keeps a cmdlet from asking, which would take the next line for its answer.</summary>
    public const string Unasked = " -Confirm:$false";

    public ReleaseFacts Facts => _facts!;

    /// <summary>The first address of the script: older tools set it in another way.</summary>
    public IPAddress? First { get; } = first;

    /// <summary>What keeps a cmdlet of a script from writing what it made.</summary>
    public string Silent => _facts is null ? string.Empty : " | Out-Null";

    public static Shell Script(ReleaseFacts facts, IPAddress? first) => new(facts, first);

    /// <summary>An interface in PowerShell: a variable of the script, else its index, since a name would have to be quoted.</summary>
    public string On(Place place) => _facts is not null ? "$" + place.Variable : place.Index?.ToString(CultureInfo.InvariantCulture) ?? "INDEX";
}

/// <summary>A setting as text.</summary>
/// <param name="Commands">The commands; none if there is no command for it.</param>
/// <param name="ByHand">What to do by hand without them, in words that hold nothing of a server's; null if there is nothing to do.</param>
/// <param name="Looks">Commands that show what it changes.</param>
internal sealed record ShellText(IReadOnlyList<string> Commands, string? ByHand = null, params IReadOnlyList<string> Looks)
{
    public static ShellText Nothing { get; } = new([]);

    public static ShellText Hand(string what) => new([], what);
}
