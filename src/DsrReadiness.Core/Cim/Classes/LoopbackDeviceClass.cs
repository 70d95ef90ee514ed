namespace DsrReadiness.Cim.Classes;

/// <summary>
/// Loopback devices as rows, so that a plan speaks of them as of everything else. No CIM class: the applier reaches them through the device port, and
/// no snapshot holds them.
/// </summary>
public static class LoopbackDeviceClass
{
    private static readonly CimClassBuilder s_class = new("dsr", "LoopbackDevice", CimEvidence.Own);

    /// <summary>The device instance id.</summary>
    public static readonly CimProperty<string> InstanceId = s_class.String("InstanceId", RedactionKind.Device, key: true);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}
