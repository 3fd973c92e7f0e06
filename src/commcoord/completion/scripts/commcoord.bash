# Completion of commcoord for bash: eval "$(commcoord completion bash)", or a file in bash-completion's folder.
_commcoord() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        [ -n "$line" ] && COMPREPLY+=("${line%%$'\t'*}")
    done < <(command commcoord __complete bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -o nosort -F _commcoord commcoord 2>/dev/null || complete -o default -F _commcoord commcoord
