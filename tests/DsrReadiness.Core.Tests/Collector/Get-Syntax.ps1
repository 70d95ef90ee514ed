# Writes what a script is made of, one finding a line: "newer: ..." for syntax that Windows PowerShell 3.0 does not know, and every command,
# parameter, method and type that it names.
param([string]$Script)

$tokens = $errors = $null
$tree = [Management.Automation.Language.Parser]::ParseFile($Script, [ref]$tokens, [ref]$errors)
foreach ($each in $errors) { "error: $($each.Message)" }
$newerAst = 'TypeDefinitionAst', 'UsingStatementAst', 'TernaryExpressionAst', 'PipelineChainAst', 'ConfigurationDefinitionAst',
    'DynamicKeywordStatementAst', 'BaseCtorInvokeMemberExpressionAst'
$newerTokens = 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'AndAnd', 'OrOr', 'Clean'
foreach ($each in $tokens) {
    if ($newerTokens -contains $each.Kind) { "newer: $($each.Text)" }
    if ($each.Kind -eq 'Number' -and $each.Text -notmatch '^(0x[0-9a-f]+|[0-9]*\.?[0-9]+(e[+-]?[0-9]+)?)[ld]?(kb|mb|gb|tb|pb)?$') { "newer: $($each.Text)" }
    if ($each.Kind -like '*Expandable' -and $each.Text -match '`[eu]') { "newer: $($Matches[0])" }
}

foreach ($each in $tree.FindAll({ $true }, $true)) {
    $kind = $each.GetType().Name
    if ($newerAst -contains $kind) { "newer: $($each.Extent.Text)" }
    if ($kind -eq 'PipelineAst' -and $each.Background) { 'newer: &' }
    if ($kind -eq 'InvokeMemberExpressionAst') {
        if ($each.Static -and $each.Member.Extent.Text -eq 'new') { "newer: $($each.Extent.Text)" }
        "method: $($each.Member.Extent.Text)"
    }

    if ($kind -eq 'CommandAst') {
        "command: $($each.GetCommandName())"
        if ($each.GetCommandName() -eq 'New-Object') { "type: $($each.CommandElements[1].Extent.Text)" }
    }

    if ($kind -eq 'CommandParameterAst') { "parameter: -$($each.ParameterName)" }
    if ($kind -like 'Type*ExpressionAst' -or $kind -eq 'ConvertExpressionAst') { "type: $(if ($each.PSObject.Properties['TypeName']) { $each.TypeName } else { $each.Type.TypeName })" }
    if ($kind -eq 'FileRedirectionAst') { "redirection: $($each.Extent.Text)" }
}
