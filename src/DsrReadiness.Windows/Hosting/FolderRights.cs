using System;
using System.Collections.Generic;

namespace DsrReadiness.Windows.Hosting;

/// <summary>Reads who owns a folder and who has rights to it. Decides on texts, so that it can be tried without Windows.</summary>
internal static class FolderRights
{
    private const string Owner = "O:";
    private const string Rights = "D:";
    private const int Trustee = 5; // (type;flags;rights;object;inherited object;trustee)

    private static readonly HashSet<string> s_inCharge = new(StringComparer.Ordinal) { "BA", "SY" };

    /// <summary>Why others could write to the folder, as the end of a sentence with the folder as its subject; null if they cannot.</summary>
    /// <param name="sddl">Owner and rights.</param>
    public static string? Problem(string sddl)
    {
        int rights = sddl.IndexOf(Rights, StringComparison.Ordinal);
        string owner = rights < 0 ? sddl : sddl.Substring(0, rights);
        if (!owner.StartsWith(Owner, StringComparison.Ordinal) || !s_inCharge.Contains(owner.Substring(Owner.Length)))
            return "belongs neither to administrators nor to the system";
        if (rights < 0)
            return "has no list of rights, so that everybody has all of them";
        foreach (string entry in sddl.Substring(rights + Rights.Length).Split(['('], StringSplitOptions.None))
        {
            int end = entry.IndexOf(')');
            if (end < 0)
            {
                if (entry.IndexOf("NO_ACCESS_CONTROL", StringComparison.Ordinal) >= 0)
                    return "has no list of rights, so that everybody has all of them";
                continue; // the flags of the list, in front of its first entry
            }

            string[] parts = entry.Substring(0, end).Split(';');
            bool denies = parts[0] is "D" or "OD" or "XD";
            if (!denies && (parts.Length <= Trustee || !s_inCharge.Contains(parts[Trustee])))
                return "gives rights to others than administrators and the system";
        }

        return null;
    }
}
