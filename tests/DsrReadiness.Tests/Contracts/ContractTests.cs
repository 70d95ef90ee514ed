using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using DsrReadiness.Help.Facts;
using DsrReadiness.Servers;

namespace DsrReadiness.Commands.Tests.Contracts;

/// <summary>What scripts may rest on stands in Contract.txt. Taking a line out of it breaks somebody's script.</summary>
public sealed class ContractTests
{
    [Fact]
    public void What_the_module_offers_is_what_the_contract_lists()
    {
        string[] listed = Module.Read("Contract.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] actual = [.. Actual()];

        Assert.True(
            listed.SequenceEqual(actual),
            "Gone, which breaks scripts:\n" + string.Join("\n", listed.Except(actual))
            + "\nNot listed yet:\n" + string.Join("\n", actual.Except(listed))
            + "\nAll, in order:\n" + string.Join("\n", actual));
    }

    private static IEnumerable<string> Actual() => Cmdlets().Concat(ErrorIds()).Concat(Properties()).Concat(Values());

    private static IEnumerable<string> Cmdlets()
    {
        foreach (CmdletFacts cmdlet in Module.Cmdlets)
        {
            yield return "cmdlet " + cmdlet.Name;
            foreach (ParameterFacts parameter in cmdlet.Parameters)
            {
                yield return $"parameter {cmdlet.Name} -{parameter.Name} {TypeName(parameter.Property.PropertyType)}";
                foreach (string alias in parameter.Aliases)
                    yield return $"alias {cmdlet.Name} -{alias} for -{parameter.Name}";
            }
        }
    }

    private static IEnumerable<string> ErrorIds() => Module.Errors.Select(method => "error " + method.Name);

    private static IEnumerable<string> Properties() => Module.Outputs.Append(typeof(DsrServer)).OrderBy(type => type.Name, StringComparer.Ordinal)
        .SelectMany(type => type.GetProperties().Where(property => !property.IsDefined(typeof(HiddenAttribute))).OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => $"property {type.Name}.{property.Name} {TypeName(property.PropertyType)}"));

    /// <summary>Scripts compare with the values of enumerations, and give them.</summary>
    private static IEnumerable<string> Values() => Module.Cmdlets.SelectMany(cmdlet => cmdlet.Parameters).Select(parameter => parameter.Property.PropertyType)
        .Concat(Module.Outputs.Append(typeof(DsrServer)).SelectMany(type => type.GetProperties()).Select(property => property.PropertyType))
        .Select(type => Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type)
        .Where(type => type.IsEnum).Distinct().OrderBy(type => type.Name, StringComparer.Ordinal)
        .SelectMany(type => Enum.GetNames(type).Select(name => $"value {type.Name}.{name}"));

    private static string TypeName(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? inner.Name + "?"
        : type.IsGenericType ? TypeName(type.GetGenericArguments()[0]) + "[]"
        : type.Name;
}
