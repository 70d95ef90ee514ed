using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>A running process.</summary>
internal sealed class WindowsProcess(CimRow row)
{
    public uint Id { get; } = row.Require(ProcessClass.ProcessId);

    /// <summary>NULL for the kernel, for protected processes, and where the reader may not look.</summary>
    public Field<string> ExecutablePath => row.Get(ProcessClass.ExecutablePath);
}
