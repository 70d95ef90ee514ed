using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace DsrReadiness.TestSupport;

/// <summary>Runs all tests of an assembly, and the programs that they start, under the culture that <c>DSR_TEST_CULTURE</c> names.</summary>
internal static class TestCulture
{
    public const string Variable = "DSR_TEST_CULTURE";

    /// <summary>The culture that was asked for, or null.</summary>
    public static CultureInfo? Asked { get; private set; }

    [ModuleInitializer]
    internal static void Set()
    {
        string? name = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(name))
            return;
        Asked = CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = Asked;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Asked;

        // The programs that tests start know it by what their system says; Windows asks the user's settings and nothing else.
        Environment.SetEnvironmentVariable("LC_ALL", name.Replace('-', '_') + ".UTF-8");
    }
}
