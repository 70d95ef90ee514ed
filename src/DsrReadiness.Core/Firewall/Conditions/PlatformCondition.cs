using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Text;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>The rule is for this version of Windows: <c>6.3</c> alone, <c>6.2+</c> and later. All since Windows Server 2016 are 10.0.</summary>
internal sealed class PlatformCondition : IRuleCondition<TrafficRule>
{
    public Answer Ask(TrafficRule rule, RuleQuestion question)
    {
        Field<IReadOnlyList<string>> platforms = rule.Platforms;
        if (platforms.IsNull || platforms.State == FieldState.Missing || (platforms.TryGet(out IReadOnlyList<string> texts) && texts.Count == 0))
            return Answer.Yes;
        if (!platforms.TryGet(out texts))
            return Answer.Unknown("Platforms", platforms);
        if (question.Host.Version is not { } version)
            return Answer.Unknown("Platforms", Wording.Some([.. texts]) + ", and the version of Windows is not known");
        bool?[] fits = [.. texts.Select(text => Fits(text, version))];
        string clause = "is limited to the versions of Windows " + Wording.Some([.. texts.Select(ServerText.Short)]);
        return fits.Contains(true) ? Answer.Yes : new Answer(fits.Contains(null) ? Match.Part : Match.Beside, clause);
    }

    private static bool? Fits(string text, Version version)
    {
        bool isLater = text.EndsWith("+", StringComparison.Ordinal);
        string[] parts = (isLater ? text.Substring(0, text.Length - 1) : text).Split('.');
        if (parts.Length != 2 || !TryParse(parts[0], out int major) || !TryParse(parts[1], out int minor))
            return null;
        int order = version.Major != major ? version.Major.CompareTo(major) : version.Minor.CompareTo(minor);
        return order == 0 || (isLater && order > 0);
    }

    private static bool TryParse(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
