using System;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Saved;

namespace DsrReadiness.Robustness.Tests.Growing;

/// <summary>Files of what cmdlets gave cost in proportion to their size, refused or read.</summary>
[Trait("Tier", "Slow")]
[Collection(nameof(Alone))]
public sealed class SavedGrowthTests
{
    private const string Route = """{"InterfaceIndex":7,"DestinationPrefix":"10.0.0.0/8","Store":1,"CimClass":"ROOT/StandardCimv2:MSFT_NetNeighbor","CimSystemProperties":{"ServerName":"WEB01"}}""";
    private const string Xml = """<Obj RefId="1"><TN RefId="0"><T>X.CimInstance#root/StandardCimv2/MSFT_NetNeighbor</T></TN><Props><By N="Store">1</By><S N="IPAddress">192.0.2.1</S></Props></Obj>""";

    [Theory]
    [InlineData("[", Route + ",", Route + "]")]
    [InlineData("""{"a":{"b":{"c":{"ActiveStore":[""", Route + ",", Route + "]}}}}")]
    [InlineData("""{"CimClass":"root/cimv2:Win32_Service",""", "\"Name\":\"x\",", "\"Name\":\"x\"}")]
    [InlineData("<Objs>", Xml, "</Objs>")]
    [InlineData("<Objs><Obj><LST>", Xml, "</LST></Obj></Objs>")]
    [InlineData("<Objs>" + Xml + "<Obj><TNRef RefId=\"0\"/><MS>", "<S N=\"A_x000A_\">_x000A_</S>", "</MS></Obj></Objs>")]
    [InlineData("<Objs>" + Xml + "<Obj><TNRef RefId=\"0\"/><MS><Obj N=\"__ClassMetadata\">", "<LST><Obj><MS><S N=\"ServerName\">a</S></MS></Obj></LST>", "</Obj></MS></Obj></Objs>")]
    [InlineData("<Objs>\n", "<Obj>\n", "")]
    [InlineData("[", "[", "")]
    [InlineData("[{\"a\":", "[\n", "")]
    public void What_there_is_any_number_of_is_read_in_proportion(string begin, string repeated, string end) => Assert.Empty(GrowthRule.Problems(2_000, 2_000_000, count =>
    {
        byte[] file = Encoding.UTF8.GetBytes(begin + string.Concat(Enumerable.Repeat(repeated, count)) + end);
        return measured => measured("reading", () => Read(file));
    }));

    private static void Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        SavedKind.IsOne(stream);
        stream.Position = 0;
        try
        {
            SavedSnapshot.Of([SavedFile.Read(stream, "x", default, int.MaxValue)]);
        }
        catch (SnapshotFormatException e)
        {
            Assert.StartsWith("x: ", e.Message, StringComparison.Ordinal);
        }
    }
}
