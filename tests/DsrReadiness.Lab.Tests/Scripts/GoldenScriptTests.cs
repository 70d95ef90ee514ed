using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DsrReadiness.Releases;
using DsrReadiness.Scripts;

namespace DsrReadiness.Lab.Tests.Scripts;

/// <summary>
/// Releases of which the same is known have one file, of the first of them: their scripts differ by the release's name, and by where its length wraps a remark.
/// With DSR_UPDATE_SCRIPTS=1 the files are written anew instead of compared.
/// </summary>
public sealed partial class GoldenScriptTests
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
        ReleaseFacts model = Model(release);
        string name = $"{model.Release}-{language}-{part}.txt";
        if (model.Release == release)
            Compare(script, name);
        else
            Assert.Equal(Unwrapped(File.ReadAllText(PathOf(name)), model), Unwrapped(script, ReleaseFacts.Of(release)));
    }

    [Fact]
    public void Every_file_is_that_of_a_release_or_of_a_plan()
    {
        string[] models = [.. Enum.GetValues<ScriptRelease>().Select(release => Model(release).Release.ToString()).Distinct(), "Plan"];
        Assert.Equal(models.Order(StringComparer.Ordinal), Directory.GetFiles(PathOf(string.Empty)).Select(file => Path.GetFileName(file).Split('-')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PlanCases))]
    public async Task A_script_of_a_plan_is_the_one_that_was_reviewed(ScriptLanguage language, ScriptPart part) => Compare(
        ScriptMaker.Make(await ScriptLab.PlanRequestAsync(ScriptRelease.Server2019, language, part)), $"Plan-Server2019-{language}-{part}.txt");

    /// <summary>The first release of which the same is known.</summary>
    private static ReleaseFacts Model(ScriptRelease release)
    {
        object?[] facts = Facts(ReleaseFacts.Of(release));
        return ReleaseTable.All.First(each => Facts(each).SequenceEqual(facts));

        static object?[] Facts(ReleaseFacts of) => [.. typeof(ReleaseFacts).GetProperties()
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Known<>)).Select(property => property.GetValue(of))];
    }

    /// <summary>The script with every remark in one line, and without the release's name.</summary>
    private static string Unwrapped(string script, ReleaseFacts release) => WrappedRemark().Replace(script.Replace("\r\n", "\n", StringComparison.Ordinal), " ")
        .Replace(release.Name, "the release", StringComparison.Ordinal).Replace(release.Release.ToString(), "the release", StringComparison.Ordinal);

    [GeneratedRegex("(?<=^(?:rem|#) .*)\n(?:rem|#) ", RegexOptions.Multiline)]
    private static partial Regex WrappedRemark();

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
