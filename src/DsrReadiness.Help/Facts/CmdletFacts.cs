using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace DsrReadiness.Help.Facts;

/// <summary>A cmdlet as its attributes describe it.</summary>
internal sealed class CmdletFacts(Type type)
{
    public Type Type { get; } = type;

    public AttributeData Attribute { get; } = AttributeData.Of(type, "CmdletAttribute").Single();

    public string Verb => (string)Attribute.Arguments[0]!;

    public string Noun => (string)Attribute.Arguments[1]!;

    public string Name => Verb + "-" + Noun;

    public IReadOnlyList<ParameterFacts> Parameters { get; } =
        [.. type.GetProperties().Select(property => new ParameterFacts(property)).Where(each => each.Uses.Count > 0).OrderBy(each => each.Name, StringComparer.Ordinal)];

    public IReadOnlyList<Type> Outputs => [.. AttributeData.Of(Type, "OutputTypeAttribute").SelectMany(each => each.Arguments).OfType<Type>()];

    /// <summary>The cmdlets of an assembly, by name.</summary>
    public static IReadOnlyList<CmdletFacts> In(Assembly assembly) => [.. assembly.GetExportedTypes()
        .Where(type => AttributeData.Of(type, "CmdletAttribute").Any()).Select(type => new CmdletFacts(type)).OrderBy(each => each.Name, StringComparer.Ordinal)];
}
