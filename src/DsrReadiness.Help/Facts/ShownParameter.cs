using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Help.Facts;

/// <summary>A parameter as help shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">Its type, by its short name.</param>
internal sealed record ShownParameter(string Name, string TypeName)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The values that it takes, if it takes no others.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What it is if it is not given, as text; null for nothing.</summary>
    public string? Default { get; init; }

    public bool TakesWildcards { get; init; }

    /// <summary>True if it means the same on every cmdlet that has it.</summary>
    public bool IsShared { get; init; }

    public IReadOnlyList<ParameterUse> Uses { get; init; } = [];

    public bool IsSwitch => TypeName == "SwitchParameter";

    /// <summary>Its use where only one can be shown.</summary>
    public ParameterUse MainUse => Uses[0];

    /// <summary>Its use in a parameter set; null if it is not in that set.</summary>
    public ParameterUse? UseIn(string set) => Uses.FirstOrDefault(use => use.Set is null || use.Set == set);
}
