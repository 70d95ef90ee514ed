namespace DsrReadiness.Lab.State;

/// <summary>A Windows service.</summary>
internal sealed class LabService(string name, bool isRunning, string startMode, LabProcess? process = null, int? sidType = null)
{
    public string Name { get; } = name;

    public bool IsRunning { get; set; } = isRunning;

    public string StartMode { get; set; } = startMode;

    /// <summary>What it runs in; services may share one.</summary>
    public LabProcess Process { get; } = process ?? LabProcess.ServiceHost;

    /// <summary>Whether its own id is in the token of its process; null if the registry does not say.</summary>
    public int? SidType { get; } = sidType;
}
