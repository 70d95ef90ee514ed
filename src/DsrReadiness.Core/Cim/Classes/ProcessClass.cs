namespace DsrReadiness.Cim.Classes;

/// <summary>Processes: which program has opened a port. No declaration of a host confirms the class; its reference does.</summary>
public static class ProcessClass
{
    private static readonly CimClassBuilder s_class = new(
        "root/cimv2", "Win32_Process", CimEvidence.DocumentedOnly, since: WindowsRelease.Server2008, otherKeys: ["Handle"]);

    /// <summary>The process id, by which sockets and services name it.</summary>
    public static readonly CimProperty<uint> ProcessId = s_class.UInt32("ProcessId");

    /// <summary>The path of the program; NULL for the kernel, for protected processes, and where the reader may not look.</summary>
    public static readonly CimProperty<string> ExecutablePath = s_class.String("ExecutablePath", RedactionKind.Program);

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>A running process.</summary>
internal sealed class WindowsProcess(CimRow row)
{
    public uint Id { get; } = row.Require(ProcessClass.ProcessId);

    /// <summary>NULL for the kernel, for protected processes, and where the reader may not look.</summary>
    public Field<string> ExecutablePath => row.Get(ProcessClass.ExecutablePath);
}
