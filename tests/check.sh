# Sourced by the tests that are scripts: check WHAT COMMAND..., and at the end `report`.
passed=0
failed=0

check() { # the command must succeed
    what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $what"
    fi
}

report() { # fails when a check did
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
