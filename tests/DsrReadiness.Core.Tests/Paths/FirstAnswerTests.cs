using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Paths;
using DsrReadiness.Services;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Tests.Paths;

/// <summary>What a packet's hop at the socket says of what the client gets once its connection is open.</summary>
public sealed class FirstAnswerTests
{
    private const string Taken = "It takes the packet";
    private const string Refuses = ", and refuses clients that ask by another name than the server's own";
    private const string Tells = ", and tells the client of other addresses, by which it goes on, past the balancer";
    private static readonly ServiceBuilder s_files = Server.Service().Ports("tcp/445");

    [Theory]
    [InlineData("0.0.0.0:443", 1_700_000_000L, ", and the certificate for 0.0.0.0:443 has expired: clients refuse it")]
    [InlineData("www.example.com:443", null, ", and the certificate for www.example.com:443 is in no store any more: clients refuse it")]
    [InlineData("192.168.11.11:443", null, "")]
    [InlineData("0.0.0.0:444", null, "")]
    [InlineData("[::]:443", null, "")]
    [InlineData("0.0.0.0:443", 1_900_000_000L, "")]
    public void A_certificate_that_a_client_of_the_VIP_may_get_is_looked_at(string binding, object? notAfter, string then) =>
        Assert.Equal(Taken + then + ".", Consequence(Server.Ready().Set(HttpCertificateClass.Binding, binding).Set(HttpCertificateClass.NotAfter, notAfter), Server.Service()));

    [Fact]
    public void A_probe_goes_by_no_certificate()
    {
        Server server = Server.Ready().Set(HttpCertificateClass.NotAfter, null);
        PathTrace probe = PathTracer.Trace(server.Build(), Server.Service().Probe($"tcp/{Server.Vip}:443")).Single(trace => trace.Packet.Probe is not null);
        Assert.Equal(Taken + ".", probe.Hops.Single(hop => hop.Kind == HopKind.Listener).Consequence);
    }

    [Fact]
    public void A_file_server_takes_its_own_name_and_tells_of_its_other_addresses() => Assert.Equal(Taken + Refuses + Tells + ".", Consequence(RandomForm.FileServer(), s_files));

    [Fact]
    public void A_file_server_for_any_name_refuses_none() =>
        Assert.Equal(Taken + Tells + ".", Consequence(RandomForm.FileServer().Set(SmbServerConfigurationClass.EnableStrictNameChecking, false), s_files));

    [Fact]
    public void A_file_server_with_other_names_refuses_none_of_them() =>
        Assert.Equal(Taken + Tells + ".", Consequence(RandomForm.FileServer().Registry(RegistryNames.OptionalNames, RegistryType.Texts, "files"), s_files));

    [Fact]
    public void The_registry_decides_on_names_where_the_file_server_does_not_tell() => Assert.Equal(Taken + Tells + ".", Consequence(
        RandomForm.FileServer().Set(SmbServerConfigurationClass.EnableStrictNameChecking, null).Registry(RegistryNames.DisableStrictNameChecking, RegistryType.Number, "1"), s_files));

    [Fact]
    public void A_file_server_without_Multichannel_tells_of_no_address() =>
        Assert.Equal(Taken + Refuses + ".", Consequence(RandomForm.FileServer().Set(SmbServerConfigurationClass.EnableMultiChannel, false), s_files));

    [Fact]
    public void A_file_server_that_has_the_VIP_alone_to_tell_of_tells_nothing() =>
        Assert.Equal(Taken + Refuses + ".", Consequence(RandomForm.FileServer().Set(SmbServerNetworkInterfaceClass.IpAddress, Server.Vip), s_files));

    [Fact]
    public void What_could_not_be_read_of_a_file_server_cannot_be_told()
    {
        Server server = RandomForm.FileServer().Fail(SmbServerConfigurationClass.Class, CimStore.None, FailureKind.AccessDenied).Fail(RegistryValueClass.Class, CimStore.None, FailureKind.AccessDenied);
        Assert.Equal(Taken + ", and which names it takes cannot be told, and whether it names other addresses cannot be told.", Consequence(server, s_files));
    }

    private static string Consequence(Server server, DsrService service)
    {
        PathTrace trace = PathTracer.Trace(server.Build(), service)[0];
        Assert.Equal(PathOutcome.Answered, trace.Outcome);
        return trace.Hops.Single(hop => hop.Kind == HopKind.Listener).Consequence;
    }
}
