namespace DsrReadiness.Lab.State;

/// <summary>A Windows service.</summary>
internal sealed class LabService(string name, bool isRunning, string startMode)
{
    public string Name { get; } = name;

    public bool IsRunning { get; } = isRunning;

    public string StartMode { get; } = startMode;
}
