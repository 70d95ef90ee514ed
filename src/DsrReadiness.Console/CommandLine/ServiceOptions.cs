using System.CommandLine;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Console.Inputs;
using DsrReadiness.Services;
using static DsrReadiness.Console.CommandLine.Options;

namespace DsrReadiness.Console.CommandLine;

/// <summary>The options that say what is asked of a server.</summary>
internal sealed class ServiceOptions
{
    private readonly Option<string[]> _vips = Values("--vip", "ADDRESS", "The virtual IP address; once for each");
    private readonly Option<string[]> _ports = Values("--port", "PORT", "443, tcp/443 or udp/5000-5100; once for each. Without a port, firewall and listeners are not judged");
    private readonly Option<string[]> _balancers = Values("--balancer", "ADDRESS", "The balancer's own address; once for each");
    private readonly Option<string> _probe = Value("--probe", "PROBE", "How the balancer asks whether the server is alive: tcp/ADDRESS:PORT, udp/ADDRESS:PORT or icmp/ADDRESS");
    private readonly Option<string[]> _clients = Values("--client", "PREFIX", "Where clients come from, such as 198.51.100.0/24; once for each. Without it: from anywhere");
    private readonly Option<string> _interface = Value("--interface", "NAME", "Name or index of the interface where the balancer's frames arrive. Without it: found by the routes");
    private readonly Option<string> _environment = Value("--environment", "NAME", "OnPremises, Azure, GcpAgent or Cluster. Without it: recognised by the services of the server");
    private readonly Option<string> _udpAnswer = Value("--udp-answer", "NAME", "FromVip, FromServer or None (no answer): from which address a UDP socket bound to every address answers. Without it: unknown");
    private readonly Option<string> _file = Value("--service", "FILE", "A service file, instead of all of these: each server is asked for the services that name it");
    private readonly Option<string[]> _names = Values("--service-name", "NAME", "Only this service of the file, whoever is asked; once for each");

    /// <param name="otherwise">What options mean for this command, where it is something else than for most.</param>
    public ServiceOptions(params (string Option, string Meaning)[] otherwise)
    {
        Group = new OptionGroup("What the server is to answer for:", [.. Descriptions, _file, _names]);
        foreach ((string name, string meaning) in otherwise)
            Group.Options.Single(option => option.Name == name).Description = meaning;
    }

    public OptionGroup Group { get; }

    /// <summary>The options that describe a service, which a file does as well.</summary>
    private Option[] Descriptions => [_vips, _ports, _balancers, _probe, _clients, _interface, _environment, _udpAnswer];

    /// <summary>Reads what is asked of servers; what is wrong is added to the errors, and the answer is then null.</summary>
    public ServiceSource? Read(Given given)
    {
        if (given.Has(_file))
            return ReadFile(given);
        if (given.Has(_names))
            given.Errors.Add("--service-name chooses from a service file: give the file with --service.");
        return ReadService(given) is { } service ? new ServiceSource(service, null, []) : null;
    }

    private ServiceSource? ReadFile(Given given)
    {
        int before = given.Errors.Count;
        string file = given.Text(_file, "the name of a service file")!;
        foreach (Option option in Descriptions.Where(given.Has))
            given.Errors.Add($"{option.Name} and --service both say what is asked of a server: give one of them.");
        return given.Errors.Count > before ? null : new ServiceSource(null, file, given.Texts(_names));
    }

    private DsrService? ReadService(Given given)
    {
        int before = given.Errors.Count;
        IPAddress[] vips = given.Each(_vips, ServiceText.ReadAddress);
        ServicePort[] ports = given.Each(_ports, ServicePort.Parse);
        IPAddress[] balancers = given.Each(_balancers, ServiceText.ReadAddress);
        Probe? probe = given.One(_probe, Probe.Parse);
        IPPrefix[] clients = given.Each(_clients, ServiceText.ReadPrefix);
        DsrEnvironment? environment = given.Named<DsrEnvironment>(_environment, names => $"is not an environment: write one of {string.Join(", ", names)}");
        DsrUdpAnswer? udpAnswer = given.Named<DsrUdpAnswer>(_udpAnswer, names => $"is not a source of UDP answers: write one of {string.Join(", ", names)}");
        if (!given.Has(_vips))
            given.Errors.Add("The virtual IP address is missing: give it as --vip 192.0.2.10, once for each address; or a service file with --service.");
        if (given.Errors.Count > before)
            return null;
        try
        {
            return new DsrService(vips, ports, balancers, probe, clients, given.Value(_interface), environment, udpAnswer: udpAnswer);
        }
        catch (ServiceDefinitionException e)
        {
            given.Errors.Add(e.Message);
            return null;
        }
    }
}
