# Completion of commcoord for fish: commcoord completion fish | source, or a file in ~/.config/fish/completions.
function __commcoord_complete
    set -l before (commandline -opc)
    set -e before[1]
    set -l current (commandline -ct)
    set -l offered (command commcoord __complete fish -- $before "$current" 2>/dev/null)
    if set -q offered[1]
        printf '%s\n' $offered
    else
        __fish_complete_path "$current"
    end
end
complete -c commcoord -f -a '(__commcoord_complete)'
