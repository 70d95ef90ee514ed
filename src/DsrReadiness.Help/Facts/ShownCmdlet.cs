using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace DsrReadiness.Help.Facts;

/// <summary>A cmdlet as help shows it: all that can be known by looking at its class.</summary>
internal sealed class ShownCmdlet
{
    private const string TheOnlySet = "";
    private static readonly string[] s_last = ["Server", "ThrottleLimit", "WhatIf", "Confirm"];

    public ShownCmdlet(CmdletFacts facts)
    {
        Name = facts.Name;
        Verb = facts.Verb;
        Noun = facts.Noun;
        Outputs = [.. facts.Outputs.Select(type => type.FullName!)];
        object cmdlet = Activator.CreateInstance(facts.Type)!;
        IEnumerable<ShownParameter> own = facts.Parameters.Where(each => !each.IsHidden).Select(each => Show(each, facts.Type, cmdlet));
        Parameters = [.. own.Concat(facts.Attribute.Is("SupportsShouldProcess") ? Asking() : []).OrderBy(each => each.Name, StringComparer.Ordinal)];
        string[] named = [.. Parameters.SelectMany(each => each.Uses).Select(use => use.Set).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        string? first = facts.Attribute.Text("DefaultParameterSetName");
        Sets = named.Length == 0 ? [TheOnlySet] : [.. named.OrderBy(set => set == first ? 0 : 1)];
    }

    public string Name { get; }

    public string Verb { get; }

    public string Noun { get; }

    public IReadOnlyList<string> Outputs { get; }

    /// <summary>The parameters that are no secret, by name.</summary>
    public IReadOnlyList<ShownParameter> Parameters { get; }

    /// <summary>The parameter sets, the default one first.</summary>
    public IReadOnlyList<string> Sets { get; }

    /// <summary>The parameters of a set in the order of the syntax: by position, then what is required, and last what every cmdlet has.</summary>
    public IReadOnlyList<ShownParameter> InSet(string set) => [.. Parameters.Where(each => each.UseIn(set) is not null)
        .OrderBy(each => each.UseIn(set)!.Position ?? int.MaxValue)
        .ThenBy(each => each.UseIn(set)!.IsRequired ? 0 : 1)
        .ThenBy(each => Array.IndexOf(s_last, each.Name))
        .ThenBy(each => each.Name, StringComparer.Ordinal)];

    private static ShownParameter Show(ParameterFacts facts, Type cmdletType, object cmdlet)
    {
        Type type = Nullable.GetUnderlyingType(facts.Property.PropertyType) ?? facts.Property.PropertyType;
        Type element = type.IsArray ? type.GetElementType()! : type;
        return new ShownParameter(facts.Name, type.Name)
        {
            Aliases = facts.Aliases,
            Values = element.IsEnum ? Enum.GetNames(element) : [],
            Default = DefaultOf(facts.Property, cmdlet),
            TakesWildcards = AttributeData.Of(facts.Property, "SupportsWildcardsAttribute").Any(),
            IsShared = facts.Property.DeclaringType != cmdletType && (!facts.Property.GetMethod!.IsVirtual || facts.Uses.Any(use => use.Is("Mandatory"))), // What a base leaves open means something of its own.
            Uses = [.. facts.Uses.Where(use => !use.Is("DontShow")).Select(use => new ParameterUse(
                use.Text("ParameterSetName"), use.Is("Mandatory"), use.Number("Position"), use.Is("ValueFromPipeline"), use.Is("ValueFromPipelineByPropertyName")))],
        };
    }

    /// <summary>A parameter that has to be given, or that means something by not being given, has no default.</summary>
    private static string? DefaultOf(PropertyInfo property, object cmdlet) => property.GetValue(cmdlet) switch
    {
        _ when AttributeData.Of(property, "ParameterAttribute").Any(use => use.Is("Mandatory")) => null,
        null or "" => null,
        string text => text,
        IEnumerable many => many.Cast<object>().Any() ? string.Join(", ", many.Cast<object>()) : null,
        var value when property.PropertyType.Name == "SwitchParameter" => value is null ? null : "False",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static IEnumerable<ShownParameter> Asking() => new[] { ("Confirm", "cf"), ("WhatIf", "wi") }.Select(each => new ShownParameter(each.Item1, "SwitchParameter")
    {
        Aliases = [each.Item2],
        Default = "False",
        IsShared = true,
        Uses = [new ParameterUse(null, false, null, false, false)],
    });
}
