#compdef commcoord
# Completion of commcoord for zsh: source <(commcoord completion zsh), or as _commcoord in a folder of $fpath.
_commcoord() {
    local line
    local -a offered shown
    while IFS= read -r line; do
        [[ -n $line ]] || continue
        offered+=("${line%%$'\t'*}")
        shown+=("${line//$'\t'/  }")
    done < <(command commcoord __complete zsh -- "${(@)words[2,CURRENT]}" 2>/dev/null)
    if (( ${#offered} )); then
        compadd -U -V commcoord -l -d shown -a offered
    else
        _files
    fi
}
if [[ ${funcstack[1]} == _commcoord ]]; then
    _commcoord "$@"
else
    (( ${+functions[compdef]} )) || { autoload -Uz compinit && compinit; }
    compdef _commcoord commcoord
fi
