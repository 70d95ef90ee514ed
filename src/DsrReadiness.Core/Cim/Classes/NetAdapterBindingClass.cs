namespace DsrReadiness.Cim.Classes;

/// <summary>Which protocols and services are bound to which adapter.</summary>
public static class NetAdapterBindingClass
{
    private static readonly CimClassBuilder s_class = new("root/StandardCimv2", "MSFT_NetAdapterBindingSettingData", CimEvidence.Referenced);

    /// <summary>Opaque.</summary>
    public static CimProperty<string> InstanceId { get; } = s_class.String("InstanceID", key: true);

    /// <summary>The adapter's connection name.</summary>
    public static CimProperty<string> Name { get; } = s_class.String("Name");

    /// <summary>The protocol or service, such as <c>ms_server</c>.</summary>
    public static CimProperty<string> ComponentID { get; } = s_class.String("ComponentID");

    /// <summary>Is it bound?</summary>
    public static CimProperty<bool> Enabled { get; } = s_class.Boolean("Enabled");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static CimClass Class { get; } = s_class.Build();
}
