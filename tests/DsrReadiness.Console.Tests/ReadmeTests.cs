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
        AssertShown(1, Dsr.Run("demo").Output);
    }

    [Fact]
    public void The_output_of_the_plan_in_the_readme_is_what_the_plan_says() => AssertShown(
        2, Dsr.Run(["plan", Samples.Server2019, .. Samples.Service]).Output);

    private static void AssertShown(int number, string output)
    {
        string readme = File.ReadAllText(Path.Join(Path.GetDirectoryName(Here()), "../../README.md"));
        string[] shown = readme.Split("```text\n")[number].Split("\n```")[0].Split('\n');
        Assert.InRange(shown.Length, 10, 100);
        int at = 0;
        foreach (string passage in string.Join('\n', shown).Split(LeftOut).Select(passage => passage.Trim('\n')).Where(passage => passage.Length > 0))
        {
            int found = output.IndexOf(passage, at, StringComparison.Ordinal);
            Assert.True(found >= 0, "It does not say this, or not at this place:\n" + passage);
            at = found + passage.Length;
        }
    }

    private static string Here([CallerFilePath] string here = "") => here;
}
