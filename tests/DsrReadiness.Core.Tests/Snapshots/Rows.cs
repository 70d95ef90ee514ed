using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Cim;

namespace DsrReadiness.Tests.Snapshots;

/// <summary>Rows to read typed ones from.</summary>
internal static class Rows
{
    public static CimRow Of(CimClass @class, params (CimProperty Property, object? Value)[] values) =>
        CimRow.From(@class, values.Select(each => KeyValuePair.Create(each.Property.Name, each.Value)));
}
