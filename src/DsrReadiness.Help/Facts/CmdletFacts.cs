using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace DsrReadiness.Help.Facts;

/// <summary>A cmdlet as its attributes describe it.</summary>
internal sealed class CmdletFacts
{
    public CmdletFacts(Type type)
    {
        Type = type;
        Attribute = AttributeData.Of(type, "CmdletAttribute").Single();
        Parameters = [.. type.GetProperties().Select(property => new ParameterFacts(property)).Where(each => each.Uses.Count > 0).OrderBy(each => each.Name, StringComparer.Ordinal)];
    }

    public Type Type { get; }

    public AttributeData Attribute { get; }

    public string Verb => (string)Attribute.Arguments[0]!;

    public string Noun => (string)Attribute.Arguments[1]!;

    public string Name => Verb + "-" + Noun;

    public IReadOnlyList<ParameterFacts> Parameters { get; }

    public IReadOnlyList<Type> Outputs => [.. AttributeData.Of(Type, "OutputTypeAttribute").SelectMany(each => each.Arguments).OfType<Type>()];

    /// <summary>The cmdlets of an assembly, by name.</summary>
    public static IReadOnlyList<CmdletFacts> In(Assembly assembly) => [.. assembly.GetExportedTypes()
        .Where(type => AttributeData.Of(type, "CmdletAttribute").Any()).Select(type => new CmdletFacts(type)).OrderBy(each => each.Name, StringComparer.Ordinal)];
}
