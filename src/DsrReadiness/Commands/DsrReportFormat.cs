namespace DsrReadiness.Commands;

/// <summary>What a report is written as.</summary>
public enum DsrReportFormat
{
    /// <summary>One page that needs nothing but itself.</summary>
    Html,

    /// <summary>Tests, as CI systems read them.</summary>
    JUnit,

    /// <summary>A table of the servers, and what is wrong with each.</summary>
    Markdown,

    /// <summary>For programs.</summary>
    Json,
}
