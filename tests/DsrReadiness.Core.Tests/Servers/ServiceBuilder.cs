using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Services;

namespace DsrReadiness.Tests.Servers;

/// <summary>A service by differences: one IPv4 VIP on tcp/443 behind one balancer, until said otherwise.</summary>
internal sealed class ServiceBuilder
{
    private string[] _vips = [Server.Vip];
    private string[] _ports = ["tcp/443"];
    private string[] _balancers = [Server.Balancer];
    private string[] _clients = [];
    private string? _probe;
    private string? _interface;
    private DsrEnvironment? _environment;
    private DsrUdpAnswer? _udpAnswer;

    public static implicit operator DsrService(ServiceBuilder builder) => builder.Build();

    public ServiceBuilder Vips(params string[] vips) => With(() => _vips = vips);

    public ServiceBuilder DualStack() => Vips(Server.Vip, Server.Vip6);

    public ServiceBuilder Ports(params string[] ports) => With(() => _ports = ports);

    public ServiceBuilder Balancers(params string[] balancers) => With(() => _balancers = balancers);

    public ServiceBuilder Clients(params string[] clients) => With(() => _clients = clients);

    public ServiceBuilder Probe(string probe) => With(() => _probe = probe);

    public ServiceBuilder Interface(string given) => With(() => _interface = given);

    public ServiceBuilder Environment(DsrEnvironment environment) => With(() => _environment = environment);

    public ServiceBuilder UdpAnswer(DsrUdpAnswer? answer) => With(() => _udpAnswer = answer);

    public DsrService Build() => new(
        _vips.Select(IPAddress.Parse),
        _ports.Select(ServicePort.Parse),
        _balancers.Select(IPAddress.Parse),
        _probe is null ? null : DsrReadiness.Services.Probe.Parse(_probe),
        _clients.Select(text => IPPrefix.TryParse(text, out IPPrefix? prefix) ? prefix : throw new KeyNotFoundException(text)),
        _interface,
        _environment,
        udpAnswer: _udpAnswer);

    private ServiceBuilder With(System.Action change)
    {
        change();
        return this;
    }
}
