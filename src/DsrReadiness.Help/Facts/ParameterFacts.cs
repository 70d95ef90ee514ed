using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace DsrReadiness.Help.Facts;

/// <summary>A parameter as its attributes describe it.</summary>
internal sealed class ParameterFacts(PropertyInfo property)
{
    public PropertyInfo Property { get; } = property;

    public string Name => Property.Name;

    /// <summary>One for each parameter set that it is in by name, or one for all.</summary>
    public IReadOnlyList<AttributeData> Uses { get; } = [.. AttributeData.Of(property, "ParameterAttribute")];

    public IReadOnlyList<string> Aliases { get; } = [.. AttributeData.Of(property, "AliasAttribute").SelectMany(each => each.Arguments).OfType<string>()];

    public bool IsHidden => Uses.All(each => each.Is("DontShow"));
}
