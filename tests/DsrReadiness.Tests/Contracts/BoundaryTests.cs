using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace DsrReadiness.Commands.Tests.Contracts;

/// <summary>The module must load in any PowerShell beside anything else: it brings nothing along that another module could bring in another version.</summary>
public sealed class BoundaryTests
{
    private static readonly string[] s_allowed = ["netstandard", "System.Management.Automation", "Microsoft.Management.Infrastructure"];

    [Fact]
    public void The_module_references_PowerShell_and_its_own_assemblies_alone()
    {
        string[] names = [.. Loaded().SelectMany(assembly => assembly.GetReferencedAssemblies()).Select(name => name.Name!).Distinct()];

        Assert.Contains("System.Management.Automation", names);
        Assert.DoesNotContain(names, name => !s_allowed.Contains(name) && !IsOurs(name));
    }

    [Fact]
    public void Only_the_cmdlets_know_PowerShell()
    {
        string[] knowing = [.. Loaded().Where(assembly => assembly.GetReferencedAssemblies().Any(name => name.Name == "System.Management.Automation"))
            .Select(assembly => assembly.GetName().Name!)];

        Assert.Equal(["DsrReadiness"], knowing);
    }

    private static bool IsOurs(string name) => name.StartsWith("DsrReadiness.", StringComparison.Ordinal);

    private static List<Assembly> Loaded()
    {
        List<Assembly> all = [Module.Assembly];
        for (int i = 0; i < all.Count; i++)
        {
            foreach (AssemblyName name in all[i].GetReferencedAssemblies().Where(name => IsOurs(name.Name!)))
            {
                Assembly next = Assembly.Load(name);
                if (!all.Contains(next))
                    all.Add(next);
            }
        }

        return all;
    }
}
