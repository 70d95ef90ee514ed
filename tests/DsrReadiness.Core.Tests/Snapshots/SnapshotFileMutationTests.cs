using System;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Checks;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;
using DsrReadiness.Verdicts;
using FsCheck;
using FsCheck.Fluent;
using Check = FsCheck.Check;

namespace DsrReadiness.Tests.Snapshots;

/// <summary>A file is somebody else's: whatever is in it, it is refused or judged, and never the cause of a failure of ours.</summary>
[Trait("Tier", "Slow")]
public class SnapshotFileMutationTests
{
    private static readonly byte[][] s_files = [Bytes("server2016-one-nic.json"), Bytes("server2019-one-nic.json"), Write(Server.Ready().Build())];
    private static readonly (int Start, int End)[][] s_values = s_files.Select(ValueSpans.Of).ToArray();
    private static readonly CheckRunner s_runner = new(Catalogue.All);

    private static readonly DsrService[] s_services =
    [
        Server.Service(), Server.Service().DualStack().Probe("tcp/192.168.11.11:80").Clients("0.0.0.0/0"), Server.Service().DualStack().Ports("udp/53", "tcp/1-65535"),
        Server.Service().Interface("7").Environment(DsrEnvironment.Azure), Server.Service().Environment(DsrEnvironment.Cluster),
    ];

    private static readonly string[] s_others =
    [
        "null", "true", "false", "0", "-0", "1", "2", "7", "12", "-1", "255", "65536", "4294967295", "4294967296", "9223372036854775807", "9223372036854775808",
        "18446744073709551615", "18446744073709551616", "1.5", "1e3", "1e999", "-1e-999", "\"\"", "\" \"", "\"x\"", "\"7\"", "\"-1\"", "\"Enabled\"", "\"Active\"",
        "\"192.168.11.50\"", "\"192.168.11.11\"", "\"2001:db8:11::50\"", "\"0.0.0.0\"", "\"::\"", "\"::1\"", "\"fe80::1%7\"", "\"999.1.1.1\"", "\"0.0.0.0/0\"", "\"::/0\"",
        "\"0.0.0.0/33\"", "\"/\"", "\"*MSLOOP\"", "\"10.0\"", "\"10.0.99999999999\"", "\"443\"", "\"0-65535\"", "\"65535-1\"", "\"Any\"", "\"RPC\"", "\"LocalSubnet\"",
        "\"\\u0000\"", "\"\\uFFFF\"", "\"</script>\"", "\"%s%n{0}{\"", "[]", "[null]", "[[]]", "[\"\"]", "[1,\"a\",null,{}]", "{}", "{\"value\":1}", "{\"value\":[\"Any\"],\"Count\":1}",
        "{\"kind\":\"Failed\"}", "\"" + new string('9', 5000) + "\"", new string('9', 400), "[" + string.Join(",", Enumerable.Repeat("\"192.0.2.1\"", 300)) + "]",
    ];

    [Fact]
    public void Any_value_may_be_any_other() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1500),
        Prop.ForAll(
            (from file in Gen.Choose(0, s_files.Length - 1)
             from value in Gen.Choose(0, s_values[file].Length - 1)
             from other in Gen.Elements(s_others)
             from service in Gen.Choose(0, s_services.Length - 1)
             select (File: file, Value: value, Other: other, Service: service)).ToArbitrary(),
            each => Survives(With(each.File, s_values[each.File][each.Value], each.Other), s_services[each.Service])));

    [Fact]
    public void Any_value_may_be_that_of_another_place() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(
            (from file in Gen.Choose(0, s_files.Length - 1)
             from value in Gen.Choose(0, s_values[file].Length - 1)
             from other in Gen.Choose(0, s_values[file].Length - 1)
             select (File: file, Value: value, Other: other)).ToArbitrary(),
            each => Survives(With(each.File, s_values[each.File][each.Value], Text(each.File, s_values[each.File][each.Other])), s_services[0])));

    [Fact]
    public void Any_byte_may_be_any_other() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(
            (from file in Gen.Choose(0, s_files.Length - 1)
             from at in Gen.Choose(0, s_files[file].Length - 1)
             from other in Gen.Choose(0, 255)
             select (File: file, At: at, Other: (byte)other)).ToArbitrary(),
            each => Survives([.. s_files[each.File][..each.At], each.Other, .. s_files[each.File][(each.At + 1)..]], s_services[0])));

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        byte[] file = s_files[1];
        int end = Array.LastIndexOf(file, (byte)'}');
        for (int length = 0; length <= end; length += 37)
            Assert.Throws<SnapshotFormatException>(() => { SnapshotFile.Read(file, 0, length, "cut.json"); });
    }

    [Fact]
    public void The_files_are_readable_as_they_are() => Assert.All(s_files, file => Assert.True(Survives(file, s_services[1], mustRead: true)));

    private static bool Survives(byte[] file, DsrService service, bool mustRead = false)
    {
        try
        {
            ServerVerdict verdict = s_runner.Run(SnapshotFile.Read(file, 0, file.Length, "changed.json"), service);
            foreach (CheckResult result in verdict.Results)
                Assert.DoesNotContain("This is a bug", result.Recommendation ?? string.Empty, StringComparison.Ordinal);
            return true;
        }
        catch (SnapshotFormatException)
        {
            return !mustRead;
        }
    }

    private static byte[] With(int file, (int Start, int End) value, string other) =>
        [.. s_files[file][..value.Start], .. Encoding.UTF8.GetBytes(other), .. s_files[file][value.End..]];

    private static string Text(int file, (int Start, int End) value) => Encoding.UTF8.GetString(s_files[file], value.Start, value.End - value.Start);

    private static byte[] Bytes(string sample)
    {
        using Stream stream = Sample.Open(sample);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] Write(Snapshot snapshot)
    {
        using var stream = new MemoryStream();
        SnapshotFile.Write(snapshot, stream);
        return stream.ToArray();
    }
}
