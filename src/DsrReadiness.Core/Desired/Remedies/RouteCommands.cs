using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Desired.Remedies;

/// <summary>Commands that change a route.</summary>
internal static class RouteCommands
{
    /// <summary>Removes a route from both stores.</summary>
    public static string Remove(Route route) =>
        $"Remove-NetRoute -InterfaceIndex {route.InterfaceIndex} -DestinationPrefix {route.Destination}"
        + (route.NextHop.TryGet(out IPAddress nextHop) ? $" -NextHop {nextHop}" : string.Empty) + " -Confirm:$false";

    /// <summary>Removes a route from the persistent store alone.</summary>
    public static string RemoveKept(Route route) => Remove(route) + " -PolicyStore PersistentStore";

    /// <summary>Removes the route to one address by way of another.</summary>
    public static string Remove(string prefix, IPAddress nextHop) => $"Remove-NetRoute -DestinationPrefix {prefix} -NextHop {nextHop} -Confirm:$false";

    /// <summary>Shows the routes of a prefix.</summary>
    public static string Show(string prefix) => "Get-NetRoute -DestinationPrefix " + prefix;

    /// <summary>Adds a route to both stores.</summary>
    public static string Add(string interfaceIndex, IPPrefix to, string nextHop) =>
        $"New-NetRoute -InterfaceIndex {interfaceIndex} -DestinationPrefix {to} -NextHop {nextHop}";
}
