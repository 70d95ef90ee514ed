using System;
using DsrReadiness.Windows.Hosting;

namespace DsrReadiness.Windows.Tests;

/// <summary>A folder that somebody else could plant journals in is told by its owner and its rights.</summary>
public sealed class FolderRightsTests
{
    [Theory]
    [InlineData("O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)")] // as it is made
    [InlineData("O:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)")]
    [InlineData("O:BAD:P(D;OICI;FA;;;BU)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)")]
    [InlineData("O:BAD:P")] // nobody has any right
    public void A_folder_of_administrators_alone_is_good(string sddl) => Assert.Null(FolderRights.Problem(sddl));

    [Theory]
    [InlineData("O:S-1-5-21-1-2-3-1001D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)", "belongs neither")]
    [InlineData("O:BUD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)", "belongs neither")]
    [InlineData("D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)", "belongs neither")]
    [InlineData("", "belongs neither")]
    [InlineData("O:BAD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIIOID;GA;;;CO)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)", "gives rights to others")] // as ProgramData passes it on
    [InlineData("O:BAD:(A;;FA;;;WD)", "gives rights to others")]
    [InlineData("O:BAD:(A;;FA;;;S-1-5-21-1-2-3-1001)", "gives rights to others")]
    [InlineData("O:BAD:(XA;;FA;;;WD;(@User.x == 1))", "gives rights to others")]
    [InlineData("O:BAD:(A;;FA)", "gives rights to others")]
    [InlineData("O:BAD:NO_ACCESS_CONTROL", "everybody")]
    [InlineData("O:BA", "everybody")]
    public void Any_other_is_refused(string sddl, string problem) => Assert.Contains(problem, FolderRights.Problem(sddl), StringComparison.Ordinal);
}
