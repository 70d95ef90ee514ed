using System;
using System.Linq;
using System.Threading.Tasks;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>An address whose prefix was changed is removed and added again by undoing: a removal that was not answered, and comes late, must not take what was put back meanwhile.</summary>
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
}
