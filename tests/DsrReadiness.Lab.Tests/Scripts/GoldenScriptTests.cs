using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;

namespace DsrReadiness.Lab.Tests.Scripts;

/// <summary>With DSR_UPDATE_SCRIPTS=1 the files are written anew instead of compared.</summary>
public sealed class GoldenScriptTests
{
    private const string UpdateVariable = "DSR_UPDATE_SCRIPTS";

    public static TheoryData<ScriptRelease, ScriptLanguage, ScriptPart, string> Cases()
    {
        var data = new TheoryData<ScriptRelease, ScriptLanguage, ScriptPart, string>();
        foreach (ScriptRelease release in Enum.GetValues<ScriptRelease>())
        {
            bool isClassic = release <= ScriptRelease.Server2003;
            string vips = isClassic ? ScriptLab.IPv4 : ScriptLab.IPv4 + " " + ScriptLab.IPv6;
            foreach (ScriptPart part in Enum.GetValues<ScriptPart>())
            {
                data.Add(release, ScriptLanguage.Cmd, part, vips);
                if (release < ScriptRelease.Windows8)
                    continue;
                data.Add(release, ScriptLanguage.PowerShell, part, vips);
                data.Add(release, ScriptLanguage.Module, part, vips);
            }
        }

        return data;
    }

    public static TheoryData<ScriptLanguage, ScriptPart> PlanCases()
    {
        var data = new TheoryData<ScriptLanguage, ScriptPart>();
        foreach (ScriptLanguage language in Enum.GetValues<ScriptLanguage>())
        {
            foreach (ScriptPart part in Enum.GetValues<ScriptPart>())
                data.Add(language, part);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_script_is_the_one_that_was_reviewed(ScriptRelease release, ScriptLanguage language, ScriptPart part, string vips)
    {
        ScriptRequest request = ScriptLab.Request(release, part, vips.Split(' '));
        string script = ScriptMaker.Make(new ScriptRequest
        {
            Release = release,
            Language = language,
            Part = part,
            Service = request.Service,
            Loopback = request.Loopback,
            PrefixLength = request.PrefixLength,
        });
        Compare(script, $"{release}-{language}-{part}.txt");
    }

    [Theory]
    [MemberData(nameof(PlanCases))]
    public async Task A_script_of_a_plan_is_the_one_that_was_reviewed(ScriptLanguage language, ScriptPart part) => Compare(
        ScriptMaker.Make(await ScriptLab.PlanRequestAsync(ScriptRelease.Server2019, language, part)), $"Plan-Server2019-{language}-{part}.txt");

    private static void Compare(string made, string name)
    {
        string script = made.Replace("\r\n", "\n", StringComparison.Ordinal);
        string path = PathOf(name);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            File.WriteAllText(path, script);
        else
            Assert.Equal(File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal), script);
    }

    private static string PathOf(string name, [CallerFilePath] string here = "") => Path.Join(Path.GetDirectoryName(here), "Golden", name);
}
