namespace DsrReadiness.Cim;

/// <summary>Whether a firewall rule is enabled; a rule's own numbering.</summary>
public enum RuleEnabled
{
    /// <summary><c>1</c></summary>
    True = 1,

    /// <summary><c>2</c></summary>
    False = 2,
}
