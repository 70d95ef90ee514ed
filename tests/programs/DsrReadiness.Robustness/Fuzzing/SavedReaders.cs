using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Saved;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>Files of what cmdlets gave: read, or refused by a <see cref="SnapshotFormatException"/>. What was read is written so that it reads the same.</summary>
internal static class SavedReaders
{
    public static string[] Words { get; } =
    [
        "<Objs>", "</Objs>", "<Obj>", "</Obj>", "<TN RefId=\"0\">", "<TNRef RefId=\"0\"/>", "<Ref N=\"Store\" RefId=\"1\"/>", "<LST>", "</LST>", "<DCT>", "<En>", "<S N=\"Key\">ActiveStore</S>", "<Props>", "</Props>", "<MS>", "</MS>",
        "<Nil/>", "<U32 N=\"InterfaceIndex\">1</U32>", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#x0;", "_x000A_", "CimInstance#root/StandardCimv2/MSFT_NetIPInterface", "\"CimClass\"", "\"CimSystemProperties\"",
        "\"ROOT/StandardCimv2:MSFT_NetRoute\"", "\"__CLASS\"", "\"value\"", "\"Count\"", "\"ActiveStore\"", "\"PersistentStore\"", "\"Store\"", "\"ServerName\"", "Name : x\nState : y\nStatus : z\n", "127.0.0.1", "::1", "127.0.0.0/8",
    ];

    public static IEnumerable<byte[]> Seeds()
    {
        const string Row = """{"InterfaceIndex":7,"AddressFamily":"IPv4","Store":"ActiveStore","CimClass":"ROOT/StandardCimv2:MSFT_NetNeighbor","CimSystemProperties":{"ServerName":"WEB01","ClassName":"MSFT_NetNeighbor"}}""";
        yield return Encoding.UTF8.GetBytes("[" + Row + "," + Row + "]");
        yield return [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("""{"ActiveStore":{"MSFT_NetNeighbor":{"value":[""" + Row + """],"Count":1}}}""")];
    }

    public static bool Read(byte[] input)
    {
        const string Name = "input";
        SavedKind.IsOne(new MemoryStream(input));
        try
        {
            SavedFile file = SavedFile.Read(new MemoryStream(input), Name, default);
            Promise.Holds(file.Readings.Rows.Values.Sum(rows => (long)rows.Count) <= input.Length, "there are more objects than the file has bytes");
            Snapshot snapshot = SavedSnapshot.Of([file]);
            byte[] written = Write(snapshot);
            Promise.Holds(written.SequenceEqual(Write(SnapshotFile.Read(written, 0, written.Length, "written"))), "a snapshot that was written and read is written differently");
            return true;
        }
        catch (SnapshotFormatException e)
        {
            return Promise.Refused(e, Name + ":");
        }
    }

    private static byte[] Write(Snapshot snapshot)
    {
        using var stream = new MemoryStream();
        SnapshotFile.Write(snapshot, stream);
        return stream.ToArray();
    }
}
