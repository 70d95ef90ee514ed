using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests;

public sealed class ReadmeTests
{
    private const string LeftOut = "[...]";

    [Fact]
    public void The_output_of_the_demo_in_the_readme_is_what_the_demo_says()
    {
        string readme = File.ReadAllText(Path.Join(Path.GetDirectoryName(Here()), "../../README.md"));
        string[] shown = readme.Split("```text\n")[1].Split("\n```")[0].Split('\n');
        Assert.InRange(shown.Length, 10, 100);
        string output = Dsr.Run("demo").Output;
        int at = 0;
        foreach (string passage in string.Join('\n', shown).Split(LeftOut).Select(passage => passage.Trim('\n')).Where(passage => passage.Length > 0))
        {
            int found = output.IndexOf(passage, at, StringComparison.Ordinal);
            Assert.True(found >= 0, "The demo does not say this, or not at this place:\n" + passage);
            at = found + passage.Length;
        }
    }

    private static string Here([CallerFilePath] string here = "") => here;
}
