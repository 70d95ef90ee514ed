namespace DsrReadiness.Cim.Classes;

/// <summary>
/// Loopback devices that this project made and has not removed, as its journals tell. No CIM class, and no snapshot holds it: it comes from where the journals of
/// the server are kept.
/// </summary>
public static class JournalDeviceClass
{
    private static readonly CimClassBuilder s_class = new("dsr", "JournalDevice", CimEvidence.Own);

    /// <summary>The device instance id that it was given.</summary>
    public static readonly CimProperty<string> InstanceId = s_class.String("InstanceId", RedactionKind.Device, key: true);

    /// <summary>The GUID of its interface when it was made; NULL if the run ended before it was seen.</summary>
    public static readonly CimProperty<string> InterfaceGuid = s_class.String("InterfaceGuid", RedactionKind.Guid);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>A loopback device that this project made.</summary>
internal sealed class JournalDevice(CimRow row)
{
    /// <summary>The device instance id; compare ignoring case.</summary>
    public string InstanceId { get; } = row.Require(JournalDeviceClass.InstanceId);

    /// <summary>The GUID of its interface when it was made.</summary>
    public Field<string> InterfaceGuid => row.Get(JournalDeviceClass.InterfaceGuid);
}
