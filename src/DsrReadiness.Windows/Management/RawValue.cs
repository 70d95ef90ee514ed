using System;
using System.Globalization;
using System.Linq;
using System.Xml;
using DsrReadiness.Cim;

namespace DsrReadiness.Windows.Management;

/// <summary>A value that came from Windows, as rows hold it.</summary>
internal static class RawValue
{
    /// <summary>Translates the .NET value of a CIM property.</summary>
    public static object? Of(object? value) => value switch
    {
        null or bool or string => value,
        Array items => items.Cast<object?>().Select(Of).ToArray(),
        ulong number when number > long.MaxValue => number,
        byte or sbyte or ushort or short or uint or int or ulong or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        float or double => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        char character => (long)character, // char16 is a number
        DateTime time => time.ToUniversalTime().ToString("o", CultureInfo.InvariantCulture),
        TimeSpan interval => XmlConvert.ToString(interval),
        _ => EmbeddedObject.Instance,
    };
}
