namespace DsrReadiness.Output;

/// <summary>What commands write.</summary>
public abstract class DsrObject
{
    private protected DsrObject()
    {
    }

    /// <summary>What it is, for where the type itself is lost, as in a CSV file or in JSON.</summary>
    public string Type => GetType().Name;
}
