using System;
using System.Globalization;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Cim;
using DsrReadiness.Services;

namespace DsrReadiness.Lab;

/// <summary>
/// Describes lab servers by their shape: one of a pool in 192.0.2.0/24 and 2001:db8::/64, with an adapter "Ethernet" and gateways, and with what
/// was done for a service.
/// </summary>
public static class LabShapes
{
    /// <summary>The most servers that a pool has room for.</summary>
    public const int LargestPool = 200;

    /// <summary>The balancer's MAC address, of the range for documentation.</summary>
    public const string BalancerMac = "00-00-5E-00-53-05";

    private const string GatewayMac = "00-00-5E-00-53-01";
    private const string Loopback = "DSR Loopback";
    private const int Kernel = 4;
    private const int OtherProcess = 1432;
    private static readonly (string Id, string Port)[] s_webServerRules =
    [
        ("IIS-WebServerRole-HTTP-In-TCP", "tcp/80"), ("IIS-WebServerRole-HTTPS-In-TCP", "tcp/443"),
    ];

    private static readonly string[] s_unwanted = ["ms_msclient", "ms_server", "ms_lltdio", "ms_rspndr", "ms_lldp"];

    /// <summary>
    /// Makes the network that the servers of a pool share: with a gateway, 192.0.2.1 and 2001:db8::1, and with a balancer, 192.0.2.5 and 2001:db8::5, which answers for the service's VIPs as well.
    /// </summary>
    /// <param name="service">The service.</param>
    public static LabSegment NewSegment(DsrService service)
    {
        LabSegment segment = new LabSegment().Host("192.0.2.1", GatewayMac).Host("2001:db8::1", GatewayMac).Host("192.0.2.5", BalancerMac).Host("2001:db8::5", BalancerMac);
        foreach (IPAddress vip in service.VirtualIPAddresses)
            segment.Host(vip.ToString(), BalancerMac);
        return segment;
    }

    /// <summary>Describes a server of a pool.</summary>
    /// <param name="computerName">The server's name.</param>
    /// <param name="number">Its number in the pool, from 1, which gives it addresses of its own.</param>
    /// <param name="shape">How far it has been prepared.</param>
    /// <param name="service">What it was prepared for.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pool has no room for that number.</exception>
    public static LabServerBuilder Describe(string computerName, int number, LabShape shape, DsrService service)
    {
        if (number is < 1 or > LargestPool)
            throw new ArgumentOutOfRangeException(nameof(number), number, "A pool has room for 1 to 200 servers.");
        var builder = new LabServerBuilder(computerName);
        builder.Nic("Ethernet", nic =>
        {
            nic.Address(string.Format(CultureInfo.InvariantCulture, "192.0.2.{0}/24", 50 + number)).Gateway("192.0.2.1").Dns("192.0.2.53");
            nic.Address(string.Format(CultureInfo.InvariantCulture, "2001:db8::{0:x}/64", 0x1000 + number)).Gateway("2001:db8::1");
            if (shape == LabShape.Ready)
                nic.WeakHost(send: false, receive: true);
            if (shape == LabShape.VipOnTrafficInterface)
                AddAddresses(nic, service, isHostPrefix: false);
        });
        foreach (ServicePort port in service.Ports)
            AddListeners(builder, service, port, shape);
        if (shape != LabShape.HalfDone)
            AddWebServerRules(builder, service);
        return shape switch
        {
            LabShape.HalfDone => builder.Loopback(Loopback, loopback => AddAddresses(loopback.WeakHost(send: true, receive: false), service, isHostPrefix: false)),
            LabShape.Ready => Ready(builder, service),
            LabShape.ForeignLoopback => builder.ForeignLoopback("Npcap Loopback Adapter", "Npcap Loopback Adapter"),
            _ => builder,
        };
    }

    /// <summary>Describes a computer of the segment that is none of the pool, before whose numbers its own is.</summary>
    internal static LabServerBuilder DescribeAsker() => new LabServerBuilder("ASKER").Nic("Ethernet", nic => nic.Address("192.0.2.40/24").Address("2001:db8::40/64"));

    /// <summary>A UDP service that is ready is bound to the VIPs, so that it answers from them.</summary>
    private static void AddListeners(LabServerBuilder builder, DsrService service, ServicePort port, LabShape shape)
    {
        int process = shape == LabShape.HalfDone ? OtherProcess : Kernel;
        if (shape != LabShape.Ready || port.Protocol != TransportProtocol.Udp)
        {
            builder.Listens(port.ToString(), process: process);
            return;
        }

        foreach (IPAddress vip in service.VirtualIPAddresses)
            builder.Listens(port.ToString(), vip.ToString(), process);
    }

    /// <summary>IIS, whose listener is the kernel's, brings rules for its two ports along; another web server leaves that to the administrator.</summary>
    private static void AddWebServerRules(LabServerBuilder builder, DsrService service) => builder.Firewall(firewall =>
    {
        foreach ((string id, string port) in s_webServerRules.Where(rule => service.Ports.Any(port => port.ToString() == rule.Port)))
            firewall.Allow(id, port);
    });

    private static LabServerBuilder Ready(LabServerBuilder builder, DsrService service)
    {
        builder.Loopback(Loopback, loopback =>
        {
            foreach (string component in s_unwanted)
                loopback.Binding(component, isEnabled: false);
            loopback.NetBios(NetBiosOptions.DisableNetbios).NotRegisteredInDns().NoDhcp().Metric(254).WeakHost();
            AddAddresses(loopback, service, isHostPrefix: true);
        });
        return builder.Firewall(firewall =>
        {
            foreach (ServicePort port in service.Ports)
            {
                foreach (IGrouping<IPFamily, IPAddress> family in service.VirtualIPAddresses.GroupBy(vip => vip.Family()))
                    firewall.Allow($"DSR {port} {family.Key}", port.ToString(), [.. family.Select(vip => vip.ToString())]);
            }
        });
    }

    private static void AddAddresses(LabAdapterBuilder adapter, DsrService service, bool isHostPrefix)
    {
        foreach (IPAddress vip in service.VirtualIPAddresses)
        {
            int length = isHostPrefix ? vip.Family().Bits() : vip.Family() == IPFamily.IPv4 ? 24 : 64;
            adapter.Address(vip + "/" + length.ToString(CultureInfo.InvariantCulture), skipAsSource: isHostPrefix);
        }
    }
}
