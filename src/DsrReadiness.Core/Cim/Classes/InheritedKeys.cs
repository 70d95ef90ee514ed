namespace DsrReadiness.Cim.Classes;

/// <summary>Keys that several classes inherit, and that nothing here reads: their text is the provider's own.</summary>
internal static class InheritedKeys
{
    /// <summary>Of interfaces, addresses, neighbours, DNS client settings and the firewall's filters.</summary>
    public static readonly string[] Named = ["SystemCreationClassName", "SystemName", "CreationClassName", "Name"];

    /// <summary>Of adapters.</summary>
    public static readonly string[] Device = ["SystemCreationClassName", "SystemName", "CreationClassName", "DeviceID"];

    /// <summary>Of firewall rules.</summary>
    public static readonly string[] PolicyRule = ["SystemCreationClassName", "SystemName", "CreationClassName", "PolicyRuleName"];

    /// <summary>Of routes, connection profiles, firewall profiles and sockets.</summary>
    public static readonly string[] Instance = ["InstanceID"];
}
