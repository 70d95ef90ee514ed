namespace DsrReadiness.Cim.Classes;

/// <summary>Which protocols and services are bound to which adapter.</summary>
public static class NetAdapterBindingClass
{
    private static readonly CimClassBuilder s_class = new("root/StandardCimv2", "MSFT_NetAdapterBindingSettingData", CimEvidence.Referenced);

    /// <summary>Opaque.</summary>
    public static readonly CimProperty<string> InstanceId = s_class.String("InstanceID", RedactionKind.Dropped, key: true);

    /// <summary>The adapter's connection name.</summary>
    public static readonly CimProperty<string> Name = s_class.String("Name", RedactionKind.Alias);

    /// <summary>The protocol or service, such as <c>ms_server</c>.</summary>
    public static readonly CimProperty<string> ComponentID = s_class.String("ComponentID", RedactionKind.Component);

    /// <summary>Is it bound?</summary>
    public static readonly CimProperty<bool> Enabled = s_class.Boolean("Enabled");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>A protocol or service of an adapter, and whether it is bound.</summary>
internal sealed class AdapterBinding(CimRow row)
{
    /// <summary>The protocol or service, such as <c>ms_tcpip</c>; compare ignoring case.</summary>
    public string ComponentId { get; } = row.Require(NetAdapterBindingClass.ComponentID);

    /// <summary>The adapter's connection name, which is all that ties the row to an adapter.</summary>
    public Field<string> Alias => row.Get(NetAdapterBindingClass.Name);

    public Field<bool> Enabled => row.Get(NetAdapterBindingClass.Enabled);
}
