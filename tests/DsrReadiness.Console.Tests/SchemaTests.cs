using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DsrReadiness.Connections;
using DsrReadiness.Console.Tests.Running;
using DsrReadiness.Reports;
using Json.Schema;

namespace DsrReadiness.Console.Tests;

/// <summary>The published schemas of what is written, held to what is written by a library that validates.</summary>
public sealed class SchemaTests : IDisposable
{
    private static readonly Dictionary<string, JsonSchema> s_schemas = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.schema.json")
        .ToDictionary(file => Path.GetFileName(file).Split('.')[0], file => JsonSchema.FromFile(file));

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Written => ["verdict", "plan", "connection", "snapshot"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Written))]
    public void What_is_written_is_as_its_schema_says(string name) => Assert.Null(Fault(name, Text(name)));

    /// <summary>A schema that takes anything holds nothing: of what is written no member may be missing, and of what only dsr writes none may be added.</summary>
    [Theory]
    [MemberData(nameof(Written))]
    public void A_schema_misses_each_member(string name)
    {
        JsonNode written = JsonNode.Parse(Text(name))!;
        JsonObject first = (written as JsonArray)?[0]!.AsObject() ?? written.AsObject();
        foreach (string member in first.Select(each => each.Key).Where(member => (name, member) is not ("snapshot", "collector")).ToArray())
        {
            JsonNode? value = first[member];
            first.Remove(member);
            Assert.True(Fault(name, written.ToJsonString()) is not null, member);
            first[member] = value;
        }

        Assert.Null(Fault(name, written.ToJsonString()));
        first["more"] = 1;
        Assert.Equal(name == "snapshot", Fault(name, written.ToJsonString()) is null);
    }

    [Fact]
    public void Every_sample_and_the_service_file_of_the_page_are_as_the_schemas_say()
    {
        foreach (string sample in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "samples"), "*.json"))
            Assert.Null(Fault("snapshot", File.ReadAllText(sample)));
        const string Service = """{"format": "dsr-services/1", "service": {"name": "web", "virtualIPAddress": "192.0.2.10", "port": 443, "server": ["WEB01", "WEB02"]}}""";
        Assert.Null(Fault("services", Service));
        Assert.NotNull(Fault("services", Service.Replace("\"port\"", "\"prot\"", StringComparison.Ordinal)));
    }

    private static string? Fault(string name, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        EvaluationResults results = s_schemas[name].Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid ? null : string.Join("\n", (results.Details ?? []).Where(each => each.Errors is not null)
            .Select(each => $"{each.InstanceLocation}: {string.Join(", ", each.Errors!.Values)}"));
    }

    private string Text(string name)
    {
        string[] files = [_folder.Write("a.json", Samples.NotReadyText("WEB01")), _folder.Write("b.json", Samples.InconclusiveText("WEB02"))];
        return name switch
        {
            "verdict" => Dsr.Run(["test", .. files, .. Samples.Service, "--format", "json"]).Output,
            "plan" => Dsr.Run(["plan", .. files, .. Samples.Service, "--format", "json"]).Output,
            "connection" => Connections(),
            _ => Samples.NotReadyText("WEB01"),
        };
    }

    private static string Connections()
    {
        using var stream = new MemoryStream();
        var json = new ConnectionJson(stream);
        var asked = new ConnectionResult(IPAddress.Parse("192.0.2.10"), ConnectionPort.Parse("tcp/443"), "web01", ConnectionOutcome.WrongCertificate, "The certificate has expired.");
        var certificate = new CertificateFacts("CN=a", ["a"], "CN=b", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, false, ["It is not trusted."]);
        var seen = new Observation(Reply.Answered, TimeSpan.FromMilliseconds(1.5)) { Status = 200, Tls = new TlsFacts("TLS 1.3", certificate, null) };
        json.Write(asked with { Probe = seen, Control = new Observation(Reply.Silent, TimeSpan.Zero), Explains = ["S06"], Warnings = ["It answers ARP."], Address = IPAddress.Parse("192.0.2.11") });
        json.Write(asked);
        json.End();
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
