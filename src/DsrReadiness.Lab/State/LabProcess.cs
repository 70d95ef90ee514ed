namespace DsrReadiness.Lab.State;

/// <summary>A running process.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Path">The path of the program; null if Windows does not tell.</param>
internal sealed record LabProcess(int Id, string? Path)
{
    /// <summary>The kernel, which listens for IIS and file service.</summary>
    public static LabProcess Kernel { get; } = new(4, null);

    /// <summary>What services share that have no process of their own.</summary>
    public static LabProcess ServiceHost { get; } = new(700, @"C:\Windows\system32\svchost.exe");
}
