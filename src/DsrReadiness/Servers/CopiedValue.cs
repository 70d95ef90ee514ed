using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DsrReadiness.Servers;

/// <summary>Reads properties of what a job or a file has made of an object.</summary>
internal static class CopiedValue
{
    public static T Get<T>(this PSObject copy, string name) => copy.Properties[name]?.Value is { } value
        ? LanguagePrimitives.ConvertTo<T>(value is PSObject wrapped ? wrapped.BaseObject : value)
        : throw new PSInvalidCastException($"{name} is missing");

    /// <summary>PowerShell takes a time with its offset apart.</summary>
    public static DateTimeOffset Time(this PSObject copy, string name) => copy.Properties[name]?.Value is PSObject apart && apart.Properties[nameof(DateTimeOffset.UtcTicks)]?.Value is long ticks
        ? new DateTimeOffset(ticks, TimeSpan.Zero)
        : copy.Get<DateTimeOffset>(name);

    public static string? Text(this PSObject copy, string name) => copy.Properties[name]?.Value?.ToString() is { Length: > 0 } text ? text : null;

    public static T? Named<T>(this PSObject copy, string name)
        where T : struct => copy.Text(name) is { } text ? (T)Enum.Parse(typeof(T), text) : null;

    public static string[] Texts(this PSObject copy, string name) => [.. copy.Items(name).Select(item => item.ToString())];

    public static IEnumerable<PSObject> Items(this PSObject copy, string name) => (copy.Properties[name]?.Value is PSObject wrapped ? wrapped.BaseObject : copy.Properties[name]?.Value) switch
    {
        null => throw new PSInvalidCastException($"{name} is missing"),
        string => throw new PSInvalidCastException($"{name} became a text"),
        IEnumerable many => many.Cast<object>().Select(PSObject.AsPSObject),
        { } one => [PSObject.AsPSObject(one)],
    };
}
