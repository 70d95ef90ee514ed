# Nested in the module, since PowerShell reads the types of nested modules behind those of the module itself: DsrReadiness.Once.ps1xml is to be first.
@{
    ModuleVersion     = '1.0'
    GUID              = '5b3f6c0e-8f0a-4a53-9d4c-2f6f6f8a7b11'
    Author            = 'The DsrReadiness developers'
    Description       = 'The properties of the objects of DsrReadiness that are shown by default.'
    TypesToProcess    = @('DsrReadiness.Types.ps1xml')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
