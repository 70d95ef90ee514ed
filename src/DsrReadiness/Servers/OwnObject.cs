using System;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Output;

namespace DsrReadiness.Servers;

/// <summary>
/// Recognises what this module has written, also when it comes back from a job, a file or <c>Select-Object</c> and has lost its type: by what PowerShell keeps of the type's name,
/// or by the column <c>Type</c>.
/// </summary>
internal static class OwnObject
{
    private static readonly string s_prefix = typeof(DsrObject).Namespace + ".";
    private static readonly string[] s_marks = ["Deserialized.", "Selected."];
    private static readonly string[] s_types = [.. typeof(DsrObject).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DsrObject))).Select(type => type.Name)];

    /// <summary>The name of the type that an object has or had; null for an object of somebody else.</summary>
    public static string? TypeOf(object? value)
    {
        if (value is not PSObject input)
            return (value as DsrObject)?.Type;
        return input.TypeNames.Select(Bare).FirstOrDefault(name => s_types.Contains(name, StringComparer.Ordinal))
            ?? (input.Properties[nameof(DsrObject.Type)]?.Value is string column ? Array.Find(s_types, name => name == column) : null);
    }

    /// <summary>True for what has lost its type, and with it all that does not show.</summary>
    public static bool IsCopyOf(object? value, Type type) => (value is PSObject wrapped ? wrapped.BaseObject : value)?.GetType() != type && TypeOf(value) == type.Name;

    /// <summary>What PowerShell calls an object.</summary>
    public static string NameOf(object value) => value is PSObject { TypeNames.Count: > 0 } input ? input.TypeNames[0] : value.GetType().FullName!;

    private static string? Bare(string typeName)
    {
        while (Array.Find(s_marks, mark => typeName.StartsWith(mark, StringComparison.Ordinal)) is { } mark)
            typeName = typeName.Substring(mark.Length);
        return typeName.StartsWith(s_prefix, StringComparison.Ordinal) ? typeName.Substring(s_prefix.Length) : null;
    }
}
