using System;
using DsrReadiness.Lab;
using DsrReadiness.Snapshots;
using DsrReadiness.Text;

namespace DsrReadiness.Servers;

/// <summary>Makes servers of what they are named by: the one place that knows which access belongs to which kind.</summary>
internal static class ServerConnector
{
    private static readonly string[] s_namesOfThisComputer = [".", "localhost", "127.0.0.1", "::1"];

    /// <summary>The computer that the command runs on.</summary>
    public static DsrServer ThisComputer() => new(Environment.MachineName, DsrServerKind.ThisComputer, new LiveAccess(Environment.MachineName, isThisComputer: true));

    /// <summary>A computer by name.</summary>
    public static DsrServer Computer(string name) =>
        IsThisComputer(name) ? ThisComputer() : new DsrServer(name, DsrServerKind.Computer, new LiveAccess(name, isThisComputer: false));

    /// <summary>A computer behind a session of the caller's.</summary>
    /// <param name="session">The session, which stays the caller's.</param>
    /// <param name="computerName">Where it leads; null or empty for this computer.</param>
    public static DsrServer Session(object session, string? computerName)
    {
        bool isThisComputer = string.IsNullOrEmpty(computerName) || IsThisComputer(computerName!);
        string name = isThisComputer ? Environment.MachineName : computerName!;
        return new DsrServer(name, DsrServerKind.Session, new LiveAccess(name, isThisComputer, session));
    }

    /// <summary>A snapshot. Its name comes from a file, and is made safe to show.</summary>
    public static DsrServer Snapshot(Snapshot snapshot) =>
        new(SafeText.Of(snapshot.ComputerName), DsrServerKind.Snapshot, new SnapshotAccess(snapshot));

    /// <summary>A lab server.</summary>
    public static DsrServer Lab(LabServer lab, bool isRemote) => new(lab.ComputerName, DsrServerKind.Lab, new LabAccess(lab, isRemote));

    private static bool IsThisComputer(string name) => string.Equals(name, Environment.MachineName, StringComparison.OrdinalIgnoreCase)
        || Array.Exists(s_namesOfThisComputer, each => string.Equals(each, name, StringComparison.OrdinalIgnoreCase));
}
