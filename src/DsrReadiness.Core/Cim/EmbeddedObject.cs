namespace DsrReadiness.Cim;

/// <summary>Stands in a row for a value that is an object itself: no contracted property is read as one.</summary>
internal sealed class EmbeddedObject
{
    public static readonly EmbeddedObject Instance = new();

    private EmbeddedObject()
    {
    }

    public override string ToString() => "an object";
}
