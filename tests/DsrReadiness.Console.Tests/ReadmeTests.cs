using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

public sealed class ReadmeTests
{
    private const string LeftOut = "[...]";
    private static readonly string s_readme = File.ReadAllText(Path.Join(Path.GetDirectoryName(Here()), "../../README.md"));

    [Fact]
    public void The_output_of_the_demo_in_the_readme_is_what_the_demo_says()
    {
        string output = Dsr.Run("demo").Output;
        string[] shown = s_readme.Split("-- demo\n")[1].Split("```text\n")[1].Split("\n```")[0].Split('\n');
        Assert.InRange(shown.Length, 10, 100);
        int at = 0;
        foreach (string passage in string.Join('\n', shown).Split(LeftOut).Select(passage => passage.Trim('\n')).Where(passage => passage.Length > 0))
        {
            int found = output.IndexOf(passage, at, StringComparison.Ordinal);
            Assert.True(found >= 0, "It does not say this, or not at this place:\n" + passage);
            at = found + passage.Length;
        }
    }

    [Fact]
    public void The_readme_is_short_and_shows_the_module_within_the_first_screen()
    {
        Assert.InRange(s_readme.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 300, 700);
        Assert.InRange(s_readme[..s_readme.IndexOf("Import-Module", StringComparison.Ordinal)].Count(letter => letter == '\n'), 1, 30);
    }

    private static string Here([CallerFilePath] string here = "") => here;
}
