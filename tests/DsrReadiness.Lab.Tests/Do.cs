using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.Tests;

/// <summary>Operations that tests carry out.</summary>
internal static class Do
{
    public static CimOperation Set(CimQuery target, CimProperty property, object? value) => CimOperation.Modify(target, new CimAssignment(property, value));

    public static CimOperation CreateAddress(uint index, string address, int prefixLength, bool skipAsSource = true, string? policyStore = null)
    {
        var parameters = new List<CimAssignment>
        {
            new("InterfaceIndex", CimType.UInt32, (long)index),
            new("IPAddress", CimType.String, address),
            new("PrefixLength", CimType.UInt8, (long)prefixLength),
            new("SkipAsSource", CimType.Boolean, skipAsSource),
        };
        if (policyStore is not null)
            parameters.Add(new CimAssignment("PolicyStore", CimType.String, policyStore));
        return CimOperation.Invoke(On.All(NetIPAddressClass.Class), "Create", parameters);
    }

    public static CimOperation CreateRoute(uint index, string prefix, string nextHop) => CimOperation.Invoke(
        On.All(NetRouteClass.Class),
        "Create",
        [new CimAssignment("InterfaceIndex", CimType.UInt32, (long)index), new CimAssignment("DestinationPrefix", CimType.String, prefix), new CimAssignment("NextHop", CimType.String, nextHop)]);

    public static CimOperation Rename(string alias, string newName) =>
        CimOperation.Invoke(On.Adapter(alias), "Rename", new CimAssignment("NewName", CimType.String, newName));

    public static CimOperation Call(CimQuery target, string method) => CimOperation.Invoke(target, method);
}
