using System;
using System.Linq;
using System.Threading.Tasks;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>
/// A removal of an address that was not answered, and comes late: it must not take what undoing has put back meanwhile, as where a prefix was changed, and the run is not over before it can no longer come.
/// </summary>
public sealed class LateUndoTests
{
    [Theory]
    [InlineData("VIP with a /24 mask")]
    [InlineData("IPv6 VIP with a /32 prefix")]
    [InlineData("IPv6 VIP with a /64 prefix")]
    public async Task A_removal_that_comes_late_takes_nothing_that_was_there_before(string name)
    {
        foreach (LabOmittedStore omitted in Enum.GetValues<LabOmittedStore>())
        {
            FaultGround ground = await FaultGround.OfAsync(StartingStates.All.Single(each => each.Name == name), omitted);
            FaultyCall[] changes = [.. (await ground.CallsAsync(FaultyPart.Undo)).Where(each => each.IsChange)];
            Assert.NotEmpty(changes);
            foreach (FaultyCall change in changes)
                await new FaultCase(ground, FaultyPart.Undo, FaultType.Late, change.Number).TryAsync();
        }
    }

    /// <summary>A VIP comes off the NIC; whether the run that could not take it off has failed is not known as long as it may still go.</summary>
    [Theory]
    [InlineData("VIP on the NIC")]
    [InlineData("VIP on the NIC and a loopback ready but for it")]
    public async Task A_run_with_a_change_that_may_still_come_does_not_say_that_it_failed(string name)
    {
        FaultGround ground = await FaultGround.OfAsync(StartingStates.All.Single(each => each.Name == name), LabOmittedStore.ActiveStoreOnly);
        FaultyCall[] changes = [.. (await ground.CallsAsync(FaultyPart.Apply)).Where(each => each.IsChange)];
        Assert.NotEmpty(changes);
        foreach (FaultyCall change in changes)
            await new FaultCase(ground, FaultyPart.Apply, FaultType.Late, change.Number).TryAsync();
    }
}
