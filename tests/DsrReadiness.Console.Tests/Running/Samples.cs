using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace DsrReadiness.Console.Tests.Running;

/// <summary>Snapshots to judge.</summary>
internal static class Samples
{
    /// <summary>A service that the ready server is ready for.</summary>
    public static readonly string[] Service = ["--vip", "192.168.11.50", "--port", "tcp/443", "--balancer", "192.168.11.5"];

    public static string Server2019 => PathOf("server2019-one-nic.json");

    public static string Server2016 => PathOf("server2016-one-nic.json");

    public static string Ready => PathOf("server2019-ready.json");

    /// <summary>A snapshot that is ready, under another name.</summary>
    public static string ReadyText(string computerName) => Text(Ready, root => root["computerName"] = computerName);

    /// <summary>A snapshot that is not ready, under another name.</summary>
    public static string NotReadyText(string computerName) => Text(Server2019, root => root["computerName"] = computerName);

    /// <summary>The ready server, of which one reading failed.</summary>
    public static string InconclusiveText(string computerName) => Text(Ready, root =>
    {
        root["computerName"] = computerName;
        JsonObject reading = ActiveInterfaces(root);
        reading.Remove("rows");
        reading["error"] = new JsonObject { ["kind"] = "AccessDenied", ["message"] = "Access is denied." };
    });

    /// <summary>The ready server with one thing that is only a warning: weak host receive is off on the loopback.</summary>
    public static string ReadyWithWarningText(string computerName) => Text(Ready, root =>
    {
        root["computerName"] = computerName;
        foreach (JsonNode? row in ActiveInterfaces(root)["rows"]!.AsArray().Where(row => (string?)row!["InterfaceAlias"] == "Loopback"))
            row!["WeakHostReceive"] = 0;
    });

    private static JsonObject ActiveInterfaces(JsonNode root) => root["readings"]!.AsArray().First(
        each => (string?)each!["class"] == "MSFT_NetIPInterface" && (string?)each["store"] == "Active")!.AsObject();

    public static string PathOf(string name) => Path.Join(AppContext.BaseDirectory, "samples", name);

    private static string Text(string path, Action<JsonNode> change)
    {
        JsonNode root = JsonNode.Parse(File.ReadAllText(path))!;
        change(root);
        return root.ToJsonString();
    }
}
