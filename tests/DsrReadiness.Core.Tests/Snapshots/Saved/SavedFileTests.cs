using System;
using System.IO;
using System.Linq;
using System.Text;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Snapshots;
using DsrReadiness.Snapshots.Saved;

namespace DsrReadiness.Tests.Snapshots.Saved;

public class SavedFileTests
{
    private const string Types = """<TN RefId="0"><T>Microsoft.Management.Infrastructure.CimInstance#root/standardcimv2/MSFT_NetFirewallRule</T></TN>""";

    [Theory]
    [InlineData("""[{"InterfaceIndex":7,"Name":"x"}]""", "line 1, byte 2: found an object that does not name its class of CIM; save what the cmdlet gives, without Select-Object or Format-List, such as: Get-NetIPInterface | Export-Clixml NetIPInterface.xml.")]
    [InlineData("""[1]""", "line 1, byte 2: found 1, expected an object that a cmdlet gave, or an array of such objects.")]
    [InlineData("""[]""", "found no object; save what the cmdlet gives, without Select-Object or Format-List, such as: Get-NetIPInterface | Export-Clixml NetIPInterface.xml.")]
    [InlineData("""{"CimClass":"root/cimv2:Win32_Fan","a":1}""", "found only objects of 'Win32_Fan', which no check reads.")]
    [InlineData("""{"CimClass":"root/other:Win32_Service","a":1}""", "found only objects of 'Win32_Service', which no check reads.")]
    [InlineData("""{"CimClass":"root/StandardCimv2:MSFT_NetRoute","Store":7}""", "line 1, byte 1: found an object of MSFT_NetRoute, which does not say which store it comes from; save it with its store: & { $a = @{ PolicyStore = 'ActiveStore'; ErrorAction = 'Stop' }; @{ ActiveStore = @{ MSFT_NetRoute = @(Get-NetRoute @a) } } | Export-Clixml MSFT_NetRoute.xml -Depth 5 }.")]
    [InlineData("""{"PersistentStore":[{"CimClass":"root/StandardCimv2:MSFT_NetRoute","Store":"ActiveStore"}]}""", "line 1, byte 21: found an object of MSFT_NetRoute from the Active store below the key of the Persistent store.")]
    [InlineData("""{"CimClass":"root/cimv2:Win32_Service","Name":"a","NAME":"b"}""", "line 1, byte 1: found member 'Name' twice with different values.")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":[]}}}}}}}}}}""", "line 1, byte 41: found tables nested deeper than 8.")]
    [InlineData("""<Objs><S>x</S></Objs>""", "line 1: found element 'S', expected what Export-Clixml writes of objects that a cmdlet gave.")]
    [InlineData("""<html></html>""", "line 1: found element 'html', expected what Export-Clixml writes of objects that a cmdlet gave.")]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "b">]><Objs>&a;</Objs>""", "line 1: found text that is not well-formed XML or has a document type, expected what Export-Clixml writes of objects that a cmdlet gave.")]
    [InlineData("<Objs>\n<Obj>", "line 2: found text that is not well-formed XML or has a document type, expected what Export-Clixml writes of objects that a cmdlet gave.")]
    [InlineData("<Objs>\n<Obj>\n<X><X><X/>text</X></X></Obj></Objs>", "line 2: found an object that does not name its class of CIM; save what the cmdlet gives, without Select-Object or Format-List, such as: Get-NetIPInterface | Export-Clixml NetIPInterface.xml.")]
    [InlineData("<Objs>\n<Obj><TNRef RefId=\"3\"/></Obj></Objs>", "line 2: found a reference to types that are not in the file before it.")]
    [InlineData("""<Objs><Obj><TN RefId="0"><T>NetIPConfiguration</T></TN><MS><I32 N="InterfaceIndex">7</I32></MS></Obj></Objs>""", "line 1: found an object of type 'NetIPConfiguration' that does not name its class of CIM; save what the cmdlet gives, without Select-Object or Format-List, such as: Get-NetIPInterface | Export-Clixml NetIPInterface.xml.")]
    public void What_is_something_else_is_refused_with_its_place(string text, string message) => Assert.Equal("x: " + message, Refusal(text));

    [Fact]
    public void Format_List_is_refused_with_the_command_that_saves_the_objects()
    {
        const string Text = "\n\nInterfaceIndex                  : 7\nInterfaceAlias                  : Ethernet\nAddressFamily                   : IPv4\nForwarding                      : Disabled\nNlMtu(Bytes)                    : 1500\nWeakHostSend                    : Disabled\n";
        const string Expected = "x: found the text of Format-List, which leaves out what does not fit, such as the fifth value of a list; save the objects: Get-NetIPInterface | Export-Clixml NetIPInterface.xml.";
        Assert.Equal(Expected, Refusal(Text));
        Assert.Equal(Expected, Refusal(SavedTexts.Encode("UTF-16", Text)));
        Assert.Contains("Get-CimInstance -Namespace root/cimv2 -ClassName Win32_Service | Export-Clixml Service.xml", Refusal("Name      : DNS\nState     : Running\nStartMode : Auto\nPathName  : x"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_PowerShell_adds_gives_way_to_the_property_itself()
    {
        CimRow row = Row($"<Objs><Obj>{Types}<Props><S N=\"InstanceID\">a_x000A_b_x0_</S><U16 N=\"Profiles\">7</U16></Props><MS><S N=\"Profiles\">Public</S><S N=\"ElementName\">Web</S><B N=\"Other\">true</B></MS></Obj></Objs>");
        Assert.Equal("a\nb_x0_", row.Get(NetFirewallRuleClass.InstanceId).Value);
        Assert.Equal(FirewallProfiles.Domain | FirewallProfiles.Private | FirewallProfiles.Public, row.Get(NetFirewallRuleClass.Profiles).Value);
        Assert.Equal("Web", row.Get(NetFirewallRuleClass.ElementName).Value);
    }

    [Fact]
    public void A_list_that_the_depth_cut_is_unreadable_and_not_one_value()
    {
        CimRow row = Assert.Single(Read("""{"ActiveStore":{"CimClass":"ROOT/StandardCimv2:MSFT_NetProtocolPortFilter","InstanceID":"a","LocalPort":"80 443","RemotePort":"Any","IcmpType":"System.String[]"}}""").Rows[(NetProtocolPortFilterClass.Class, CimStore.Active)]);
        Assert.Equal(FieldState.Malformed, row.Get(NetProtocolPortFilterClass.LocalPort).State);
        Assert.Equal(FieldState.Malformed, row.Get(NetProtocolPortFilterClass.IcmpType).State);
        Assert.Equal(["Any"], row.Get(NetProtocolPortFilterClass.RemotePort).Value);
    }

    [Fact]
    public void A_type_or_value_may_be_a_reference_to_an_earlier_one_however_deep_it_was()
    {
        CimRow[] rows = [.. Read("""
            <Objs><Obj><TN RefId="0"><T>System.Management.Automation.PSCustomObject</T></TN><MS><Obj N="a" RefId="1"><TN RefId="1"><T>System.Object[]</T></TN><LST>
              <Obj RefId="2"><TN RefId="2"><T>X.CimInstance#root/cimv2/Win32_Service</T></TN><Props><Obj N="State" RefId="3"><TN RefId="3"><T>System.Enum</T></TN><ToString>Running</ToString><I32>4</I32></Obj></Props></Obj>
            </LST></Obj><Obj N="b" RefId="4"><TNRef RefId="1"/><LST>
              <Obj RefId="5"><TNRef RefId="2"/><Props><Ref N="State" RefId="3"/></Props></Obj>
            </LST></Obj></MS></Obj><Obj><TNRef RefId="3"/><LST/></Obj></Objs>
            """).Rows[(ServiceClass.Class, CimStore.None)]];
        Assert.Equal(["4", "4"], rows.Select(row => row.Get(ServiceClass.State).Value));
    }

    [Fact]
    public void What_came_back_from_a_remote_session_is_read_as_well()
    {
        SavedReadings read = Read("""<Objs><Obj><TN RefId="0"><T>Deserialized.Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Service</T></TN><Props><S N="Name">DNS</S><S N="PSComputerName">web07.example.com</S></Props></Obj></Objs>""");
        Assert.Equal("DNS", Assert.Single(read.Rows[(ServiceClass.Class, CimStore.None)]).Get(ServiceClass.Name).Value);
        Assert.Equal("web07.example.com", Assert.Single(read.Servers));
    }

    [Fact]
    public void A_list_below_its_class_may_be_empty() =>
        Assert.Empty(Read("""{"ActiveStore":{"MSFT_NetConSecRule":[]},"MSFT_NetUDPEndpoint":[],"MSFT_NetAdapter":null}""").Rows.Values.SelectMany(rows => rows));

    [Theory]
    [InlineData("""{"format":"dsr-snapshot/1"}""", false)]
    [InlineData("""  {  "readings": [] }""", false)]
    [InlineData("""{"x":[],"format":"dsr-snapshot/1"}""", false)]
    [InlineData("{", false)]
    [InlineData("{}", false)]
    [InlineData("", false)]
    [InlineData("Interface Loopback Pseudo-Interface 1 Parameters\n----\nIfLuid : loopback_0\nIfIndex : 1\n", false)]
    [InlineData("""{"x":[]}""", true)]
    [InlineData("<a", true)]
    [InlineData("[]", false)]
    [InlineData("\n[ {", true)]
    public void Snapshots_are_told_from_what_cmdlets_gave(string text, bool isSaved)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Equal(isSaved, SavedKind.IsOne(stream));
    }

    [Fact]
    public void A_file_has_a_limit()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("[" + new string(' ', 100)));
        Assert.Equal("x: the file is larger than 50 bytes, which no server needs.", Assert.Throws<SnapshotFormatException>(() => SavedFile.Read(stream, "x", default, 50)).Message);
    }

    private static CimRow Row(string text)
    {
        SavedReadings read = Read(text.Replace("<Objs><Obj>", """<Objs><Obj><DCT><En><S N="Key">ActiveStore</S><Obj N="Value">""", StringComparison.Ordinal).Replace("</Obj></Objs>", "</Obj></En></DCT></Obj></Objs>", StringComparison.Ordinal));
        return Assert.Single(Assert.Single(read.Rows).Value);
    }

    private static SavedReadings Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return SavedFile.Read(stream, "x", default).Readings;
    }

    private static string Refusal(string text) => Refusal(Encoding.UTF8.GetBytes(text));

    private static string Refusal(byte[] text)
    {
        using var stream = new MemoryStream(text);
        return Assert.Throws<SnapshotFormatException>(() => SavedFile.Read(stream, "x", default)).Message;
    }
}
