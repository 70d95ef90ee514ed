namespace DsrReadiness.Commands.Tests.Commands;

public sealed class SnapshotFileNameTests
{
    [Theory]
    [InlineData("WEB01", "WEB01.json")]
    [InlineData("web01.lab.example", "web01.lab.example.json")]
    [InlineData("fe80::1%7", "fe80__1_7.json")]
    [InlineData("../../etc/passwd", "_.._etc_passwd.json")]
    [InlineData("..\\..\\x", "_.._x.json")]
    [InlineData("..", "_.json")]
    [InlineData("", "_.json")]
    [InlineData("CON", "_CON.json")]
    [InlineData("nul.txt", "_nul.txt.json")]
    [InlineData("com1", "_com1.json")]
    [InlineData("COMPUTER1", "COMPUTER1.json")]
    [InlineData("a\u001b[2Jb", "a__2Jb.json")]
    public void A_computer_name_becomes_one_file_name_on_every_system(string computerName, string expected) =>
        Assert.Equal(expected, SnapshotFileName.For(computerName));
}
