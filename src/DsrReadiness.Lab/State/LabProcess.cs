namespace DsrReadiness.Lab.State;

/// <summary>A running process.</summary>
internal sealed class LabProcess(int id, string? path)
{
    /// <summary>The kernel, which listens for IIS and file service.</summary>
    public static LabProcess Kernel { get; } = new(4, null);

    /// <summary>What services share that have no process of their own.</summary>
    public static LabProcess ServiceHost { get; } = new(700, @"C:\Windows\system32\svchost.exe");

    public int Id { get; } = id;

    /// <summary>The path of the program; null if Windows does not tell.</summary>
    public string? Path { get; } = path;
}
