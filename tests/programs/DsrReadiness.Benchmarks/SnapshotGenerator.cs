using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;

namespace DsrReadiness.Benchmarks;

/// <summary>Snapshots as large as those of real servers, where firewall rules and their filters are nearly all. The same for the same number; every tenth is not ready.</summary>
internal static class SnapshotGenerator
{
    private static readonly string[] s_groups =
    [
        "RemoteDesktop", "WMI", "FPS", "RemoteEventLogSvc", "RemoteSvcAdmin", "WINRM", "CoreNet", "NETDIS", "MSDTC", "vm-monitoring", "PerfLogsAlerts", "RemoteTask",
    ];

    private static readonly string[] s_programs =
    [
        @"%SystemRoot%\system32\svchost.exe", "System", @"%SystemRoot%\system32\lsass.exe", @"%SystemRoot%\system32\services.exe", @"%SystemRoot%\system32\msdtc.exe",
        @"C:\Program Files\Contoso\Agent\agent.exe", @"C:\Program Files (x86)\Fabrikam\Bin\server.exe",
    ];

    public static void Generate(string directory, int count, SnapshotLayout[] layouts)
    {
        if (layouts.Length == 0)
            layouts = Enum.GetValues<SnapshotLayout>();
        Directory.CreateDirectory(directory);
        for (int i = 0; i < count; i++)
            File.WriteAllBytes(Path.Combine(directory, $"server{i:D5}.json"), Bytes(i, layouts[i % layouts.Length]));
    }

    private static byte[] Bytes(int number, SnapshotLayout layout)
    {
        Server server = Server.Ready();
        if (number % 10 == 9)
            server.Set(NetIPInterfaceClass.WeakHostReceive, Toggle.Disabled, Server.On(NetIPInterfaceClass.Class, Server.Ethernet));
        var random = new Random(number);
        int rules = 120 + (int)(480 * Math.Pow(random.NextDouble(), 6)); // Most servers have the rules that came with them, a few have many more.
        for (int rule = 0; rule < rules; rule++)
            AddRule(server, random, rule);
        using var stream = new MemoryStream();
        SnapshotFile.Write(server.Build($"WEB{number:D5}"), stream);
        return layout == SnapshotLayout.exported ? stream.ToArray() : AsScript(stream.ToArray(), layout == SnapshotLayout.indented);
    }

    private static void AddRule(Server server, Random random, int number)
    {
        string group = s_groups[random.Next(s_groups.Length)];
        string id = random.Next(4) == 0 ? $"{{{new Guid(number, 7, 7, BitConverter.GetBytes(random.NextInt64()))}}}" : $"{group}-In-TCP-{number}";
        ReadyServer.AddRule(server, id, random.Next(3) == 0 ? "UDP" : "TCP", random.Next(3) == 0 ? "Any" : random.Next(1, 65536).ToString(), "Any");
        Dictionary<CimProperty, object?> rule = server.Rows(NetFirewallRuleClass.Class, CimStore.Active)[^1];
        rule[NetFirewallRuleClass.ElementName] = $"{group} ({(random.Next(2) == 0 ? "TCP-In" : "Rückkanal")} {number})";
        rule[NetFirewallRuleClass.RuleGroup] = $"@FirewallAPI.dll,-{28000 + random.Next(40)}";
        rule[NetFirewallRuleClass.Direction] = (long)random.Next(1, 3);
        rule[NetFirewallRuleClass.Enabled] = (long)random.Next(1, 3);
        server.Rows(NetApplicationFilterClass.Class, CimStore.Active)[^1][NetApplicationFilterClass.AppPath] = s_programs[random.Next(s_programs.Length)];
    }

    /// <summary>The same as a script would write it, with a few properties that nobody asks for.</summary>
    private static byte[] AsScript(byte[] exported, bool isIndented)
    {
        JsonNode snapshot = JsonNode.Parse(exported)!;
        foreach (JsonNode? reading in snapshot["readings"]!.AsArray())
        {
            foreach (JsonNode? row in reading!["rows"] as JsonArray ?? [])
            {
                row!["CreationClassName"] = "MSFT|FW|" + reading["class"] + "|" + row["InstanceID"];
                row["PolicyRuleName"] = string.Empty;
                row["SystemName"] = null;
                row["CommonName"] = null;
                row["PolicyKeywords"] = null;
                row["PSComputerName"] = null;
            }
        }

        string text = snapshot.ToJsonString(new JsonSerializerOptions { WriteIndented = isIndented, IndentSize = 4 });
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
    }
}
