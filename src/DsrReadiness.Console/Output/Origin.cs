using System;
using System.Globalization;

namespace DsrReadiness.Console.Output;

/// <summary>Where readings came from, in words.</summary>
internal static class Origin
{
    public static string Of(string name, DateTimeOffset collectedAt) =>
        name + ", collected " + collectedAt.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
