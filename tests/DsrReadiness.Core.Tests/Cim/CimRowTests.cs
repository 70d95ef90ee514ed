using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Tests.Cim;

public sealed class CimRowTests
{
    private static readonly CimRow s_row = CimRow.From(
        NetIPInterfaceClass.Class,
        new Dictionary<string, object?>
        {
            ["interfaceindex"] = 7L,
            ["WeakHostSend"] = "Enabled",
            ["WeakHostReceive"] = null,
            ["Forwarding"] = "sideways",
            ["NoSuchProperty"] = 1L,
        });

    [Fact]
    public void Finds_a_property_whatever_the_case_of_its_name() => Assert.Equal(7u, s_row.Get(NetIPInterfaceClass.InterfaceIndex).Value);

    [Fact]
    public void Tells_value_null_missing_and_malformed_apart()
    {
        Assert.Equal(FieldState.Value, s_row.Get(NetIPInterfaceClass.WeakHostSend).State);
        Assert.Equal(FieldState.Null, s_row.Get(NetIPInterfaceClass.WeakHostReceive).State);
        Assert.Equal(FieldState.Missing, s_row.Get(NetIPInterfaceClass.Dhcp).State);
        Assert.Equal(FieldState.Malformed, s_row.Get(NetIPInterfaceClass.Forwarding).State);
    }

    [Fact]
    public void Gives_the_raw_value_as_it_came()
    {
        Assert.True(s_row.TryGetRaw(NetIPInterfaceClass.WeakHostSend, out object? send));
        Assert.Equal("Enabled", send);
        Assert.True(s_row.TryGetRaw(NetIPInterfaceClass.WeakHostReceive, out object? receive));
        Assert.Null(receive);
    }

    [Fact]
    public void Has_no_raw_value_of_a_missing_property()
    {
        Assert.False(s_row.TryGetRaw(NetIPInterfaceClass.Dhcp, out object? raw));
        Assert.Null(raw);
    }

    [Fact]
    public void Without_values_has_every_property_missing()
    {
        CimRow row = CimRow.From(NetIPInterfaceClass.Class, new Dictionary<string, object?>());
        Assert.All(NetIPInterfaceClass.Class.Properties, property => Assert.False(row.TryGetRaw(property, out object? _)));
    }
}
