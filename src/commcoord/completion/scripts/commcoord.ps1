# Completion of commcoord for PowerShell: commcoord completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName commcoord -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
    & (Get-Command -CommandType Application commcoord | Select-Object -First 1) __complete powershell -- @before "=$wordToComplete" 2>$null |
        ForEach-Object {
            $offered, $about = $_ -split "`t", 2
            if (-not $about) { $about = $offered }
            $inserted = if ($offered -match ' ') { "'$offered'" } else { $offered }
            [System.Management.Automation.CompletionResult]::new($inserted, $offered, 'ParameterValue', $about)
        }
}
