using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Services;
using DsrReadiness.Text;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Servers;

/// <summary>Reads a verdict out of what a job or a file has made of it.</summary>
internal static class VerdictCopy
{
    /// <exception cref="FailureException">Something of it is missing.</exception>
    public static DsrVerdict Read(PSObject copy)
    {
        try
        {
            CheckResult[] results = [.. Items(copy, nameof(DsrVerdict.Results)).Select(ReadResult)];
            var verdict = Get<Verdict>(copy, nameof(DsrVerdict.Verdict));
            string name = Get<string>(copy, nameof(DsrVerdict.ComputerName));
            var service = new DsrService(
                Texts(copy, nameof(DsrVerdict.VirtualIPAddress)).Select(ServiceText.ReadAddress),
                Texts(copy, nameof(DsrVerdict.Port)).Select(ServicePort.Parse),
                Texts(copy, nameof(DsrVerdict.Balancer)).Select(ServiceText.ReadAddress),
                Text(copy, nameof(DsrVerdict.Probe)) is { } probe ? Probe.Parse(probe) : null,
                Texts(copy, nameof(DsrVerdict.ClientAddress)).Select(ServiceText.ReadPrefix),
                Text(copy, nameof(DsrVerdict.TrafficInterface)),
                Text(copy, nameof(DsrVerdict.Environment)) is { } environment ? (DsrEnvironment)Enum.Parse(typeof(DsrEnvironment), environment) : null,
                Text(copy, nameof(DsrVerdict.ServiceName)),
                Text(copy, nameof(DsrVerdict.UdpAnswer)) is { } answer ? (DsrUdpAnswer)Enum.Parse(typeof(DsrUdpAnswer), answer) : null);
            ServerVerdict judged = new[] { false, true }.Select(strict => new ServerVerdict(name, service, results, strict)).FirstOrDefault(each => each.Verdict == verdict)
                ?? throw new FailureException(Failures.VerdictNotUsable($"its results do not make it {verdict}", copy));
            return new DsrVerdict(ServerConnector.Computer(name), judged, Time(copy, nameof(DsrVerdict.CollectedAt)));
        }
        catch (Exception e) when (e is PSInvalidCastException or ServiceDefinitionException or ArgumentException)
        {
            throw new FailureException(Failures.VerdictNotUsable(e.Message.TrimEnd('.'), copy));
        }
    }

    private static CheckResult ReadResult(PSObject copy) => new(
        Get<string>(copy, nameof(DsrCheckResult.Id)),
        Get<string>(copy, nameof(DsrCheckResult.Name)),
        new Finding(
            Get<Outcome>(copy, nameof(DsrCheckResult.Outcome)),
            Get<Severity>(copy, nameof(DsrCheckResult.Severity)),
            Text(copy, nameof(DsrCheckResult.Subject)),
            Get<string>(copy, nameof(DsrCheckResult.Reason)),
            Text(copy, nameof(DsrCheckResult.Recommendation)) is { } words ? new Advice(words, Text(copy, nameof(DsrCheckResult.Command))) : null,
            Text(copy, nameof(DsrCheckResult.Expected)),
            Text(copy, nameof(DsrCheckResult.Actual))),
        Texts(copy, nameof(DsrCheckResult.Details)));

    private static T Get<T>(PSObject copy, string name) => copy.Properties[name]?.Value is { } value
        ? LanguagePrimitives.ConvertTo<T>(value is PSObject wrapped ? wrapped.BaseObject : value)
        : throw new PSInvalidCastException($"{name} is missing");

    /// <summary>PowerShell takes a time with its offset apart.</summary>
    private static DateTimeOffset Time(PSObject copy, string name) => copy.Properties[name]?.Value is PSObject apart && apart.Properties[nameof(DateTimeOffset.UtcTicks)]?.Value is long ticks
        ? new DateTimeOffset(ticks, TimeSpan.Zero)
        : Get<DateTimeOffset>(copy, name);

    private static string? Text(PSObject copy, string name) => copy.Properties[name]?.Value?.ToString() is { Length: > 0 } text ? text : null;

    private static string[] Texts(PSObject copy, string name) => [.. Items(copy, name).Select(item => item.ToString())];

    private static IEnumerable<PSObject> Items(PSObject copy, string name) => (copy.Properties[name]?.Value is PSObject wrapped ? wrapped.BaseObject : copy.Properties[name]?.Value) switch
    {
        null => throw new PSInvalidCastException($"{name} is missing"),
        string => throw new PSInvalidCastException($"{name} became a text"),
        IEnumerable many => many.Cast<object>().Select(PSObject.AsPSObject),
        { } one => [PSObject.AsPSObject(one)],
    };
}
