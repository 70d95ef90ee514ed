using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Connecting;

/// <summary>A segment with who asks, a balancer that owns the VIP and answers for it, and servers of which each has one fault.</summary>
internal sealed class Pool : IDisposable
{
    public const string Asker = "asker";
    private static readonly string[] s_brief = ["--timeout", "3"]; // Most of what is asked does not answer.
    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _authority = Service.Certificate("Test authority", null, DateTimeOffset.UtcNow.AddDays(20));
    private readonly bool _isIPv6;

    public Pool(bool isIPv6 = false)
    {
        _isIPv6 = isIPv6;
        File.WriteAllText(_folder["authority.pem"], _authority.ExportCertificatePem());
        Segment = new Segment();
        try
        {
            Segment.Add(Asker, [Wire(1)]);
            Segment.Add("balancer", [Wire(5), Wire(10)]);
            Segment.Serve("balancer", () => Service.Tcp(Any, 80, "balancer"));
        }
        catch (InvalidOperationException)
        {
            Dispose();
            throw;
        }
    }

    public Segment Segment { get; }

    public string Vip => Own(10);

    public string Any => _isIPv6 ? "::" : "0.0.0.0";

    /// <summary>Variables under which the authority of the test is trusted, and no other.</summary>
    public Dictionary<string, string> Trust => new() { ["SSL_CERT_FILE"] = _folder["authority.pem"], ["SSL_CERT_DIR"] = _folder.Path };

    public string Own(int number) => (_isIPv6 ? "2001:db8::" : "192.0.2.") + number;

    /// <summary>A server that owns the VIP where nobody is answered; or does not own it.</summary>
    public string AddServer(int number, bool ownsVip = true)
    {
        string host = "s" + number;
        Segment.Add(host, [Wire(number)], ownsVip ? [Vip + (_isIPv6 ? "/128" : "/32")] : []);
        Segment.Set(host, "net.ipv4.conf.all.arp_ignore", "1");
        return host;
    }

    public void AddServer(int number, Func<IDisposable> service) => Segment.Serve(AddServer(number), service);

    public X509Certificate2 Certificate(string name, int days = 10, bool isSelfSigned = false) => Service.Certificate(name, isSelfSigned ? null : _authority, DateTimeOffset.UtcNow.AddDays(days));

    public string Wire(int number) => Own(number) + (_isIPv6 ? "/64" : "/24");

    /// <summary>Asks servers, and gives the results by the last part of their addresses.</summary>
    public Dictionary<int, JsonElement> Connect(int[] servers, params string[] arguments)
    {
        RunResult result = Segment.RunDsr(
            Asker, Trust, ["connect", "--vip", Vip, .. servers.SelectMany(each => new[] { "--server", Own(each) }), .. arguments.Contains("--timeout") ? [] : s_brief, "--format", "json", .. arguments]);
        Assert.True(result.Error.Length == 0, result.Error);
        using var document = JsonDocument.Parse(result.Output);
        Dictionary<int, JsonElement> found = document.RootElement.EnumerateArray().ToDictionary(each => Number(each.GetProperty("address").GetString()!), each => each.Clone());
        Assert.Equal(found.Values.All(each => Outcome(each) == "Answered") ? 0 : found.Values.All(each => Outcome(each) is "Answered" or "NotAsked") ? 2 : 1, result.Status);
        return found;
    }

    public static string Outcome(JsonElement result) => result.GetProperty("outcome").GetString()!;

    public static string Text(JsonElement result, string name) => result.GetProperty(name).ToString();

    public void Dispose()
    {
        Segment?.Dispose();
        _authority.Dispose();
        _folder.Dispose();
    }

    private static int Number(string address) => int.Parse(address.Split('.', ':')[^1]);
}
