using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace DsrReadiness.Desired.Remedies;

/// <summary>Commands for Windows services and what they are set to. Names are our own, and need no quotes.</summary>
internal static class ServiceCommands
{
    /// <summary>Starts a service that may not be allowed to start.</summary>
    public static IEnumerable<string> Start(string service, bool isToBeAllowed) => isToBeAllowed ? [LetStart(service, "Automatic"), "Start-Service -Name " + service] : ["Start-Service -Name " + service];

    public static string LetStart(string service, string startupType) => $"Set-Service -Name {service} -StartupType {startupType}";

    /// <summary>Sets a parameter in the registry, which the service reads when it starts.</summary>
    public static string[] SetParameter(string service, string name, string type, string value) =>
    [
        $"Set-ItemProperty -Path HKLM:\\SYSTEM\\CurrentControlSet\\Services\\{service}\\Parameters -Name {name} -Type {type} -Value {value}",
        "Restart-Service -Name " + service,
    ];

    public static string SetFileServer(string property, bool isOn) => $"Set-SmbServerConfiguration -{property} ${(isOn ? "true" : "false")}{Shell.Unasked}";

    /// <summary>Lets HTTP.sys listen on more addresses. It reads its list when it starts, and takes what depends on it along.</summary>
    public static IEnumerable<string> ListenOn(IEnumerable<IPAddress> addresses) =>
        [.. addresses.Select(address => "netsh http add iplisten ipaddress=" + address), "net stop http /y", "net start http"];
}
