using System.Collections.Generic;
using System.Linq;

namespace DsrReadiness.Lab.State;

/// <summary>The adapter that an interface belongs to; the built-in loopback has none.</summary>
internal sealed class Hardware(Device device, string description, string macAddress)
{
    /// <summary>The protocols and services that are bound to a new adapter, in the order in which Windows lists them.</summary>
    private static readonly string[] s_defaultBindings =
        ["ms_msclient", "ms_pacer", "ms_server", "ms_tcpip", "ms_lltdio", "ms_rspndr", "ms_lldp", "ms_tcpip6"];

    public Device Device { get; } = device;

    public string Description { get; } = description;

    public string MacAddress { get; } = macAddress;

    public bool IsEnabled { get; set; } = true;

    /// <summary>Is there a link? A loopback always has one.</summary>
    public bool IsConnected { get; set; } = true;

    /// <summary>True until the first restart after its installation.</summary>
    public bool IsFresh { get; set; }

    public long AutomaticMetric { get; set; } = 25;

    public List<Binding> Bindings { get; } = [.. s_defaultBindings.Select(component => new Binding(component))];

    public bool IsBound(string component) => Bindings.Exists(each => each.Component == component && each.IsEnabled);

    /// <summary>A protocol or service that may be bound to the adapter.</summary>
    internal sealed class Binding(string component)
    {
        public string Component { get; } = component;

        public bool IsEnabled { get; set; } = true;
    }
}
