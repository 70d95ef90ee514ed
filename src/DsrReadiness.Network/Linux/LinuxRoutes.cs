using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DsrReadiness.Connections;
using DsrReadiness.Json;

namespace DsrReadiness.Network.Linux;

/// <summary>
/// Routes for marked packets alone, by a rule and a table for each process. The kernel is the journal: a rule of ours names the process that made it, so that the next run finds what a dead one left.
/// </summary>
/// <param name="process">The number of this process.</param>
/// <param name="isAlive">True for the number of a process that runs.</param>
internal sealed class LinuxRoutes(int process, Func<int, bool> isAlive) : IHostRoutes
{
    private const int NetworkAdministrator = 12; // CAP_NET_ADMIN

    private readonly IpTool _tool = new();
    private readonly uint _table = IpCommand.TableOf(process);

    /// <summary>For this process.</summary>
    public static LinuxRoutes Create()
    {
        using Process self = Process.GetCurrentProcess();
        return new LinuxRoutes(self.Id, id => Directory.Exists("/proc/" + id.ToString(CultureInfo.InvariantCulture)));
    }

    public RouteRefusal? Refusal() =>
        IpTool.Path is null ? new RouteRefusal(false, "A route requires the program ip, which is not installed. Install the package iproute2.")
        : !HasRight() ? new RouteRefusal(true, "A route for the packets requires root (CAP_NET_ADMIN). Run it with sudo.")
        : null;

    public async Task<IReadOnlyList<string>> CleanAsync(CancellationToken cancellationToken)
    {
        var cleaned = new List<string>();
        foreach (bool isIPv6 in new[] { false, true })
        {
            foreach (IpRule rule in await OursAsync(isIPv6, cancellationToken).ConfigureAwait(false))
            {
                if (rule is not { Table: { } table, Destination: { } vip } || IpCommand.ProcessOf(table) is not { } owner || (owner != process && isAlive(owner)))
                    continue;
                await _tool.RunAsync(IpCommand.Batch(isIPv6), IpCommand.GiveBack(vip, table), CancellationToken.None).ConfigureAwait(false);
                cleaned.Add($"a rule and a route to {vip} that process {owner.ToString(CultureInfo.InvariantCulture)} had left");
            }
        }

        return cleaned;
    }

    public async Task<RouteView> LookAsync(IPAddress vip, CancellationToken cancellationToken)
    {
        ToolResult routes = await _tool.RunAsync(IpCommand.RoutesTo(vip), null, cancellationToken).ConfigureAwait(false);
        if (routes.Status != 0)
            return new RouteView([], Failure: routes.Complaint);
        try
        {
            string[] foreign = [.. IpJson.Routes(routes.Output)
                .Where(each => each.Type is null or "unicast" or "blackhole" or "unreachable" or "prohibit" && !(each.Table is { } table && IpCommand.ProcessOf(table) is not null))
                .Select(each => (each.Type ?? "route") + (each.Gateway is null ? string.Empty : " via " + each.Gateway) + (each.Device is null ? string.Empty : " dev " + each.Device)
                    + (each.Protocol is null ? string.Empty : " protocol " + each.Protocol))];
            return new RouteView(foreign, await TenantAsync(vip, cancellationToken).ConfigureAwait(false));
        }
        catch (JsonFormatException e)
        {
            return new RouteView([], Failure: "the output of ip is not understood: " + e.Message);
        }
    }

    public async Task<string?> LeaseAsync(RouteLease lease, CancellationToken cancellationToken)
    {
        bool isIPv6 = IpCommand.IsIPv6(lease.VirtualIPAddress);
        cancellationToken.ThrowIfCancellationRequested();
        ToolResult made = await _tool.RunAsync(IpCommand.Batch(isIPv6), IpCommand.Lease(lease, _table), CancellationToken.None).ConfigureAwait(false);
        string? why = made.Status != 0 ? "Cannot make the route: " + made.Complaint : await WhyWrongAsync(lease).ConfigureAwait(false);
        if (why is not null)
            await _tool.RunAsync(IpCommand.Batch(isIPv6), IpCommand.GiveBack(lease.VirtualIPAddress, _table), CancellationToken.None).ConfigureAwait(false);
        return why;
    }

    public async Task<string?> GiveBackAsync(RouteLease lease)
    {
        ToolResult back = await _tool.RunAsync(
            IpCommand.Batch(IpCommand.IsIPv6(lease.VirtualIPAddress)), IpCommand.GiveBack(lease.VirtualIPAddress, _table), CancellationToken.None).ConfigureAwait(false);
        return back.Status == 0 ? null : $"The route to {lease.VirtualIPAddress} was taken away by somebody else while it was asked ({back.Complaint}): another host may have answered. Ask again.";
    }

    /// <summary>Another rule before ours, or another run at the same moment, would lead the packets elsewhere.</summary>
    private async Task<string?> WhyWrongAsync(RouteLease lease)
    {
        ToolResult way = await _tool.RunAsync(IpCommand.WayTo(lease.VirtualIPAddress), null, CancellationToken.None).ConfigureAwait(false);
        try
        {
            IpRoute? route = way.Status == 0 ? IpJson.Routes(way.Output).FirstOrDefault() : null;
            if (route is null)
                return "Cannot see where the route leads: " + way.Complaint;
            if (!lease.Server.Equals(route.Gateway) || route.Device != lease.Interface || route.Table is { } table && table != _table)
                return $"Packets to {lease.VirtualIPAddress} do not take our route, but go {(route.Gateway is null ? "out" : "via " + route.Gateway)} on {route.Device}. See: ip rule";
            return await TenantAsync(lease.VirtualIPAddress, CancellationToken.None).ConfigureAwait(false) is { } tenant
                ? $"{tenant} asks {lease.VirtualIPAddress} now. Wait until it ends."
                : null;
        }
        catch (JsonFormatException e)
        {
            return "The output of ip is not understood: " + e.Message;
        }
    }

    private async Task<string?> TenantAsync(IPAddress vip, CancellationToken cancellationToken) =>
        (await OursAsync(IpCommand.IsIPv6(vip), cancellationToken).ConfigureAwait(false))
            .Where(each => vip.Equals(each.Destination)).Select(each => IpCommand.ProcessOf(each.Table!.Value)!.Value).Where(owner => owner != process && isAlive(owner))
            .Select(owner => "Process " + owner.ToString(CultureInfo.InvariantCulture)).FirstOrDefault();

    private async Task<IReadOnlyList<IpRule>> OursAsync(bool isIPv6, CancellationToken cancellationToken)
    {
        ToolResult rules = await _tool.RunAsync(IpCommand.Rules(isIPv6), null, cancellationToken).ConfigureAwait(false);
        return rules.Status != 0 ? [] : [.. IpJson.Rules(rules.Output).Where(each => each.Table is { } table && IpCommand.ProcessOf(table) is not null)];
    }

    private static bool HasRight()
    {
        string? line = File.ReadLines("/proc/self/status").FirstOrDefault(each => each.StartsWith("CapEff:", StringComparison.Ordinal));
        return line is not null && ulong.TryParse(line.Substring(7).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong rights)
            && (rights >> NetworkAdministrator & 1) == 1;
    }
}
