using System;
using System.Text.Json;
using DsrReadiness.Checks;
using DsrReadiness.Services;
using DsrReadiness.Snapshots;
using DsrReadiness.Tests.Servers;
using JsonReader = DsrReadiness.Json.JsonReader;

namespace DsrReadiness.Benchmarks;

/// <summary>What can be done with the bytes of one file.</summary>
internal static class Measurements
{
    private static readonly DsrService s_service = Server.Service().DualStack();
    private static readonly CheckRunner s_runner = new(Catalogue.All);

    public static Action<byte[], int>? Find(string name) => name switch
    {
        "parse" => Parse,
        "skim" => Skim,
        "skip" => Skip,
        "read" => (buffer, length) => Read(buffer, length),
        "judge" => Judge,
        _ => null,
    };

    private static void Parse(byte[] buffer, int length)
    {
        using JsonDocument document = JsonDocument.Parse(buffer.AsMemory(Mark(buffer)..length));
    }

    private static void Skim(byte[] buffer, int length)
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(Mark(buffer)..length));
        while (reader.Read())
        {
        }
    }

    private static void Skip(byte[] buffer, int length)
    {
        int mark = Mark(buffer);
        var reader = new JsonReader(buffer, mark, length - mark);
        reader.SkipValue();
        reader.ReadEnd();
    }

    private static Snapshot Read(byte[] buffer, int length) => SnapshotFile.Read(buffer, 0, length, "a file");

    private static void Judge(byte[] buffer, int length) => s_runner.Run(Read(buffer, length), s_service);

    /// <summary>The length of the byte order mark, which System.Text.Json does not take.</summary>
    private static int Mark(byte[] buffer) => buffer[0] == 0xEF ? 3 : 0;
}
