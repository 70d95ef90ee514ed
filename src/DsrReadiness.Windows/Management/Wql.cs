using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Windows.Management;

/// <summary>Queries as WQL text: the one place where values become part of a text that Windows reads.</summary>
internal static class Wql
{
    /// <summary>The key of a firewall object, which says of what kind of rule it is.</summary>
    public const string CreationClassName = nameof(CreationClassName);

    /// <summary>
    /// Rows that no check looks at are left where they are: devices that are no network adapters, by the class GUID of network adapters (Windows driver kit), and
    /// connections of clients.
    /// </summary>
    private static readonly Dictionary<CimClass, string> s_alwaysWhere = new()
    {
        [PnPEntityClass.Class] = "ClassGuid = '{4d36e972-e325-11ce-bfc1-08002be10318}'",
        [NetTcpConnectionClass.Class] = "State = " + ((int)TcpState.Listen).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>True for the classes that hold conditions of firewall rules and of IPsec rules alike.</summary>
    public static bool MixesRules(CimClass @class) => FirewallFilters.Reads.Any(each => each.Class == @class);

    /// <summary>The query that reads rows.</summary>
    /// <exception cref="ArgumentException">A value cannot stand in a query.</exception>
    public static string ToRead(CimQuery query) => "SELECT " + Columns(query.Class) + From(query);

    /// <summary>The query that finds the instance to change: with all of its columns, since one that was read without its keys cannot be changed.</summary>
    /// <exception cref="ArgumentException">A value cannot stand in a query.</exception>
    public static string ToChange(CimQuery query) => "SELECT *" + From(query);

    /// <summary>
    /// The columns of classes are named of which a server has hundreds of rows, each with some thirty columns. Of all others every column is asked for, firewall rules among
    /// them, since one that a release lacks would fail the query.
    /// </summary>
    private static string Columns(CimClass @class) => MixesRules(@class)
        ? string.Join(", ", @class.Properties.Where(each => each.Since <= WindowsRelease.Server2012).Select(each => each.Name).Append(CreationClassName))
        : "*";

    private static string From(CimQuery query)
    {
        IEnumerable<string> conditions = query.Conditions.Select(each => each.Property.Name + " = " + Literal(each.Value));
        if (s_alwaysWhere.TryGetValue(query.Class, out string? always))
            conditions = conditions.Append(always);
        string where = string.Join(" AND ", conditions);
        return " FROM " + query.Class.Name + (where.Length == 0 ? string.Empty : " WHERE " + where);
    }

    private static string Literal(object value) => value switch
    {
        bool flag => flag ? "TRUE" : "FALSE",
        long number => number.ToString(CultureInfo.InvariantCulture),
        string text => Quoted(text),
        _ => throw new ArgumentException($"A query cannot compare with {value}.", nameof(value)),
    };

    /// <summary>A backslash before quote and backslash is all that WQL knows of escaping (as the in-box cmdlets do it).</summary>
    private static string Quoted(string text)
    {
        if (text.Any(char.IsControl))
            throw new ArgumentException("A query cannot compare with a text that holds control characters.", nameof(text));
        return new StringBuilder(text).Replace(@"\", @"\\").Replace("'", @"\'").Insert(0, '\'').Append('\'').ToString();
    }
}
