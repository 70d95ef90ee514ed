using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Services;

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

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _vips, _ports, _balancers, _probe, _clients, _interface, _environment })
            command.Add(option);
    }

    /// <summary>Reads the service; what is wrong is added to the errors, and the answer is then null.</summary>
    public DsrService? Read(ParseResult parsed, List<string> errors)
    {
        int before = errors.Count;
        IPAddress[] vips = Each(parsed, _vips, ReadAddress, errors);
        ServicePort[] ports = Each(parsed, _ports, ServicePort.Parse, errors);
        IPAddress[] balancers = Each(parsed, _balancers, ReadAddress, errors);
        Probe? probe = One(parsed, _probe, Probe.Parse, errors);
        IPPrefix[] clients = Each(parsed, _clients, ReadPrefix, errors);
        DsrEnvironment? environment = One(parsed, _environment, ReadEnvironment, errors)?.Value;
        if (parsed.GetResult(_vips) is null)
            errors.Add("The virtual IP address is missing: give it as --vip 192.0.2.10, once for each address.");
        if (errors.Count > before)
            return null;
        try
        {
            return new DsrService(vips, ports, balancers, probe, clients, parsed.GetValue(_interface), environment);
        }
        catch (ServiceDefinitionException e)
        {
            errors.Add(e.Message);
            return null;
        }
    }

    private static Option<string[]> Repeatable(string name) => new(name) { Arity = ArgumentArity.OneOrMore };

    private static T[] Each<T>(ParseResult parsed, Option<string[]> option, Func<string, T> read, List<string> errors)
        where T : class =>
        (parsed.GetValue(option) ?? []).Select(text => Read(option, text, read, errors)).OfType<T>().ToArray();

    private static T? One<T>(ParseResult parsed, Option<string> option, Func<string, T> read, List<string> errors)
        where T : class =>
        parsed.GetValue(option) is { } text ? Read(option, text, read, errors) : null;

    private static T? Read<T>(Option option, string text, Func<string, T> read, List<string> errors)
        where T : class
    {
        try
        {
            return read(text);
        }
        catch (ServiceDefinitionException e)
        {
            errors.Add(option.Name + ": " + e.Message);
            return null;
        }
    }

    private static IPAddress ReadAddress(string text) => AddressText.TryParse(text, out IPAddress? address)
        ? address
        : throw new ServiceDefinitionException($"'{text}' is not an IP address: write one such as 192.0.2.10 or 2001:db8::10.");

    private static IPPrefix ReadPrefix(string text) => IPPrefix.TryParse(text, out IPPrefix? prefix)
        ? prefix
        : throw new ServiceDefinitionException($"'{text}' is not an address prefix: write one such as 198.51.100.0/24 or 2001:db8::/32.");

    /// <summary>By name alone: the framework would also read numbers and lists.</summary>
    private static Boxed<DsrEnvironment> ReadEnvironment(string text)
    {
        foreach (DsrEnvironment environment in Enum.GetValues<DsrEnvironment>())
        {
            if (string.Equals(environment.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return new Boxed<DsrEnvironment>(environment);
        }

        string known = string.Join(", ", Enum.GetNames<DsrEnvironment>());
        throw new ServiceDefinitionException($"'{text}' is not an environment: write one of {known}.");
    }

    private sealed record Boxed<T>(T Value);
}
