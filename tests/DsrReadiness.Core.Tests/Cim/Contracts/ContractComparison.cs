using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Tests.Cim.Contracts.Declarations;

namespace DsrReadiness.Tests.Cim.Contracts;

/// <summary>Holds a contract against what Windows declares, and names every difference.</summary>
internal static class ContractComparison
{
    /// <summary>The differences; with a release, younger properties of the contract must not be there yet.</summary>
    public static IReadOnlyList<string> Differences(CimClass contract, DeclaredClass declared, WindowsRelease? release = null)
    {
        var differences = new List<string>();
        if (declared.Namespace is not null && declared.Namespace != contract.Namespace)
            differences.Add($"{contract} is in {declared.Namespace}, not in {contract.Namespace}");
        if (declared.Since is not null && declared.Since != contract.Since)
            differences.Add($"{contract} came with {declared.Since}, not with {contract.Since}");
        differences.AddRange(declared.Keys.Except(contract.Keys).Select(key => $"{contract}.{key} is a key, the contract does not say so"));
        differences.AddRange(contract.Keys.Except(declared.Keys).Select(key => $"{contract}.{key} is not a key"));
        foreach (CimProperty property in contract.Properties)
            differences.AddRange(Differences(property, contract, declared, release));
        return differences;
    }

    private static List<string> Differences(CimProperty property, CimClass contract, DeclaredClass declaredClass, WindowsRelease? release)
    {
        bool expected = release is null || property.Since <= release;
        if (!declaredClass.Properties.TryGetValue(property.Name, out DeclaredProperty? declared))
            return expected ? [$"{property} is not declared"] : [];
        if (!expected)
            return [$"{property} is there already"];
        var differences = new List<string>();
        string type = property.Type.ToString().ToLowerInvariant() + (property.IsArray ? "[]" : string.Empty);
        if (declared.Type != type)
            differences.Add($"{property} is {declared.Type}, not {type}");
        if (property.IsKey != contract.Keys.Contains(property.Name))
            differences.Add($"{property} does not know whether it is a key");
        if (declaredClass.Since is not null && (declared.Since ?? declaredClass.Since) != property.Since)
            differences.Add($"{property} came with {declared.Since ?? declaredClass.Since}, not with {property.Since}");
        differences.AddRange(ValueDifferences(property, declared));
        return differences;
    }

    private static IEnumerable<string> ValueDifferences(CimProperty property, DeclaredProperty declared)
    {
        if (declared.Values is null)
            return [];
        if (property.Values is null)
            return [$"{property} has values without names in the contract"];
        Dictionary<long, string> ours = Enum.GetValues(property.Values).Cast<object>()
            .ToDictionary(value => Convert.ToInt64(value, CultureInfo.InvariantCulture), value => value.ToString()!);
        return declared.Values.Keys.Except(ours.Keys).Select(number => $"{property} may be {number}, which the contract does not name")
            .Concat(ours.Keys.Except(declared.Values.Keys).Select(number => $"{property} is never {number} {ours[number]}"))
            .Concat(ours.Where(our => declared.Values.TryGetValue(our.Key, out string? name) && name is not null && !SameName(our.Value, name))
                .Select(our => $"{property} {our.Key} is {declared.Values[our.Key]}, not {our.Value}"));
    }

    /// <summary>Our names are theirs without spaces and dots; readers of text ignore case as well.</summary>
    private static bool SameName(string ours, string theirs) => string.Equals(
        ours,
        theirs.Replace(" ", string.Empty, StringComparison.Ordinal).Replace(".", string.Empty, StringComparison.Ordinal),
        StringComparison.OrdinalIgnoreCase);
}
