using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DsrReadiness.Checks;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Plans.Journals;
using DsrReadiness.Services;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Lab.Tests.Plans;

public sealed class JournalDevicesTests
{
    private static readonly DsrService s_service = new([IPAddress.Parse("192.0.2.10")], [ServicePort.Parse("443")]);

    [Fact]
    public async Task Tells_the_device_that_was_made_and_the_guid_of_its_interface()
    {
        var admin = new Admin(new LabServerBuilder("WEB01").Listens("tcp/443").Build());
        Assert.Empty(JournalDevices.Read(admin.Runs()).Rows!);
        await admin.ApplyAsync(s_service);
        CimRow device = Assert.Single(JournalDevices.Read(admin.Runs()).Rows!);
        CimRow adapter = Assert.Single(
            (await admin.LookAsync()).Read(NetAdapterClass.Class, CimStore.None).Rows!, row => row.Get(NetAdapterClass.ComponentID).Or(string.Empty) == "*msloop");
        Assert.Equal(adapter.Get(NetAdapterClass.PnPDeviceID).Value, device.Get(JournalDeviceClass.InstanceId).Value);
        Assert.Equal(adapter.Get(NetAdapterClass.InterfaceGuid).Value, device.Get(JournalDeviceClass.InterfaceGuid).Value);
    }

    [Fact]
    public async Task Forgets_a_device_that_was_undone_or_removed()
    {
        var undone = new Admin(new LabServerBuilder("WEB01").Listens("tcp/443").Build());
        await undone.ApplyAsync(s_service);
        await undone.UndoAllAsync();
        Assert.Empty(JournalDevices.Read(undone.Runs()).Rows!);

        var removed = new Admin(new LabServerBuilder("WEB02").Listens("tcp/443").Build());
        await removed.ApplyAsync(s_service);
        await removed.ApplyAsync(await removed.PlanRemovalAsync(s_service));
        Assert.Empty(JournalDevices.Read(removed.Runs()).Rows!);
    }

    [Fact]
    public async Task Lets_the_check_see_that_the_adapter_is_the_one_that_was_made()
    {
        var admin = new Admin(new LabServerBuilder("WEB01").Listens("tcp/443").Build());
        await admin.ApplyAsync(s_service);
        admin.Server.Restart();
        ServerVerdict verdict = new CheckRunner(Catalogue.All).Run(
            await admin.LookAsync(), s_service, new CheckInputs(journal: JournalDevices.Read(admin.Runs())));
        Assert.Equal(Outcome.Passed, verdict.Results.Single(result => result.Id == "A05").Outcome);
    }

    [Fact]
    public void Looking_leaves_a_torn_line_where_it_is()
    {
        var journals = new MemoryJournals();
        journals.Begin("WEB01", "1", "{"u8.ToArray());
        journals.Truncate("WEB01", "1", 1);
        Assert.Empty(JournalReader.ReadAll(journals, "WEB01", repair: false));
        Assert.Single(journals.Read("WEB01", "1"));
        Assert.Empty(JournalReader.ReadAll(journals, "WEB01", repair: true));
        Assert.Empty(journals.Read("WEB01", "1"));
    }
}
