namespace DsrReadiness.Console.CommandLine;

/// <summary>What results are written as.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    JUnit,
    Html,
    Markdown,
    Nagios,
    Prometheus,
}
