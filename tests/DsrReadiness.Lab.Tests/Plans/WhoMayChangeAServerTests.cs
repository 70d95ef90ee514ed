using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Devices;
using DsrReadiness.Connections;
using DsrReadiness.Plans.Applying;

namespace DsrReadiness.Lab.Tests.Plans;

/// <summary>
/// There is one way in which a server is changed: nothing outside the applier is ever handed the ports that change one. The route that the connection test leases, on the computer that asks and not
/// on a server, is a journaled thing of its own.
/// </summary>
public sealed class WhoMayChangeAServerTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly Type[] s_changing = [typeof(ICimWriter), typeof(ILoopbackDevices)];

    [Fact]
    public void Only_the_applier_is_handed_the_ports_that_change_a_server()
    {
        string[] others = Holders(typeof(ICimWriter).Assembly).Where(type => type.Namespace != typeof(ServerPorts).Namespace && type != typeof(CimRoutes)).Select(type => type.FullName!).ToArray();
        Assert.Empty(others);
    }

    [Fact]
    public void The_search_finds_holders() => Assert.Contains(typeof(ServerPorts), Holders(typeof(ServerPorts).Assembly));

    [Fact]
    public void In_the_applier_one_type_carries_operations_out()
    {
        Type[] users = typeof(ServerPorts).Assembly.GetTypes().Where(type => type.Namespace == typeof(ServerPorts).Namespace).ToArray();
        Assert.Equal(["ChangeExecutor"], users.Where(type => HasFieldOf(type, typeof(ICimWriter))).Select(Outer).Where(name => name != nameof(ServerPorts)).Distinct());
    }

    private static IEnumerable<Type> Holders(Assembly assembly) => assembly.GetTypes().Where(type => !s_changing.Contains(type) && s_changing.Any(port =>
        HasFieldOf(type, port)
        || type.GetProperties(Everything).Any(property => property.PropertyType == port)
        || type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).Any(method => method.GetParameters().Any(parameter => parameter.ParameterType == port))));

    private static bool HasFieldOf(Type type, Type port) => type.GetFields(Everything).Any(field => field.FieldType == port);

    private static string Outer(Type type) => type.DeclaringType?.Name ?? type.Name;
}
