using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Services;
using static DsrReadiness.Console.CommandLine.OptionText;

namespace DsrReadiness.Console.CommandLine;

/// <summary>The options that say what is asked of a server.</summary>
internal sealed class ServiceOptions
{
    private readonly Option<string[]> _vips = Repeatable("--vip");
    private readonly Option<string[]> _ports = Repeatable("--port");
    private readonly Option<string[]> _balancers = Repeatable("--balancer");
    private readonly Option<string> _probe = new("--probe");
    private readonly Option<string[]> _clients = Repeatable("--client");
    private readonly Option<string> _interface = new("--interface");
    private readonly Option<string> _environment = new("--environment");
    private readonly Option<string> _udpAnswer = new("--udp-answer");
    private readonly Option<string> _file = new("--service");
    private readonly Option<string[]> _names = Repeatable("--service-name");

    /// <summary>The options that describe a service, which a file does as well.</summary>
    private Option[] Descriptions => [_vips, _ports, _balancers, _probe, _clients, _interface, _environment, _udpAnswer];

    public void AddTo(Command command)
    {
        foreach (Option option in Descriptions.Append(_file).Append(_names))
            command.Add(option);
    }

    /// <summary>Reads what is asked of servers; what is wrong is added to the errors, and the answer is then null.</summary>
    public ServiceWish? Read(ParseResult parsed, List<string> errors)
    {
        if (parsed.GetResult(_file) is not null)
            return ReadFile(parsed, errors);
        if (parsed.GetResult(_names) is not null)
            errors.Add("--service-name chooses from a service file: give the file with --service.");
        return ReadService(parsed, errors) is { } service ? new ServiceWish(service) : null;
    }

    private ServiceWish? ReadFile(ParseResult parsed, List<string> errors)
    {
        int before = errors.Count;
        string file = parsed.GetValue(_file)!;
        if (string.IsNullOrWhiteSpace(file))
            errors.Add("--service is given but blank: give the name of a service file, or leave it out.");
        foreach (Option option in Descriptions.Where(option => parsed.GetResult(option) is not null))
            errors.Add($"{option.Name} and --service both say what is asked of a server: give one of them.");
        return errors.Count > before ? null : new ServiceWish(file, parsed.GetValue(_names) ?? []);
    }

    private DsrService? ReadService(ParseResult parsed, List<string> errors)
    {
        int before = errors.Count;
        IPAddress[] vips = Each(parsed, _vips, ServiceText.ReadAddress, errors);
        ServicePort[] ports = Each(parsed, _ports, ServicePort.Parse, errors);
        IPAddress[] balancers = Each(parsed, _balancers, ServiceText.ReadAddress, errors);
        Probe? probe = One(parsed, _probe, Probe.Parse, errors);
        IPPrefix[] clients = Each(parsed, _clients, ServiceText.ReadPrefix, errors);
        DsrEnvironment? environment = One(parsed, _environment, text => ReadName<DsrEnvironment>("an environment", text), errors)?.Value;
        DsrUdpAnswer? udpAnswer = One(parsed, _udpAnswer, text => ReadName<DsrUdpAnswer>("a source of UDP answers", text), errors)?.Value;
        if (parsed.GetResult(_vips) is null)
            errors.Add("The virtual IP address is missing: give it as --vip 192.0.2.10, once for each address; or a service file with --service.");
        if (errors.Count > before)
            return null;
        try
        {
            return new DsrService(vips, ports, balancers, probe, clients, parsed.GetValue(_interface), environment, udpAnswer: udpAnswer);
        }
        catch (ServiceDefinitionException e)
        {
            errors.Add(e.Message);
            return null;
        }
    }

    /// <summary>By name alone: the framework would also read numbers and lists.</summary>
    private static Boxed<T> ReadName<T>(string what, string text)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return new Boxed<T>(value);
        }

        string known = string.Join(", ", Enum.GetNames<T>());
        throw new ServiceDefinitionException($"'{text}' is not {what}: write one of {known}.");
    }

    private sealed record Boxed<T>(T Value);
}
