using System.Linq;
using System.Net;
using DsrReadiness.Addresses;
using DsrReadiness.Commands.Tests.Servers;
using DsrReadiness.Output;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Commands.Tests.Output;

public sealed class DsrVerdictTests
{
    [Fact]
    public void It_repeats_the_service_in_the_words_that_parameters_take()
    {
        Assert.True(IPPrefix.TryParse("198.51.100.0/24", out IPPrefix? clients));
        var service = new DsrService(
            [IPAddress.Parse("192.0.2.10"), IPAddress.Parse("2001:db8::10")],
            [ServicePort.Parse("443"), ServicePort.Parse("udp/5000-5100")],
            [IPAddress.Parse("192.0.2.5")],
            Probe.Parse("tcp/[2001:db8::10]:443"),
            [clients],
            "Ethernet",
            DsrEnvironment.Azure);

        DsrVerdict verdict = Some.Verdict(service: service);

        Assert.Equal(["192.0.2.10", "2001:db8::10"], verdict.VirtualIPAddress);
        Assert.Equal(["tcp/443", "udp/5000-5100"], verdict.Port);
        Assert.Equal(["192.0.2.5"], verdict.Balancer);
        Assert.Equal("tcp/[2001:db8::10]:443", verdict.Probe);
        Assert.Equal(["198.51.100.0/24"], verdict.ClientAddress);
        Assert.Equal("Ethernet", verdict.TrafficInterface);
        Assert.Equal(DsrEnvironment.Azure, verdict.Environment);
    }

    [Fact]
    public void Failed_unknown_and_warning_are_parts_of_the_results_and_do_not_overlap()
    {
        DsrVerdict verdict = Some.Verdict();
        DsrCheckResult[] parts = [.. verdict.Failed, .. verdict.Unknown, .. verdict.Warning];

        Assert.Equal(verdict.Results.Where(result => result.Outcome is Outcome.Failed or Outcome.Unknown).Select(result => result.Id).Order(), parts.Select(result => result.Id).Order());
        Assert.All(verdict.Failed, result => Assert.Equal((Outcome.Failed, Severity.Error), (result.Outcome, result.Severity)));
    }

    [Fact]
    public void Its_text_is_the_server_and_the_answer() => Assert.Equal("SRV19A: NotReady", Some.Verdict().ToString());
}
