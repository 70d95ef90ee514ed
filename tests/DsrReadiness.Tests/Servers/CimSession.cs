namespace Microsoft.Management.Infrastructure;

/// <summary>A stand-in of the same full name: there is none to be had without Windows.</summary>
public abstract class CimSession(string? computerName)
{
    public string? ComputerName { get; } = computerName;
}
