# Sourced by ./test, ./twin and .ci/run: finds the .NET SDK and sets it up for scripts.

say() { echo "$(basename "$0"): $*" >&2; }

finish_without_tests() {
    say "$1"
    echo "0 passed, 1 failed"
    exit 1
}

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export HOME="${HOME:-/tmp}"

if ! command -v dotnet >/dev/null 2>&1; then
    for folder in "${DOTNET_ROOT:-}" /usr/share/dotnet /usr/lib/dotnet "$HOME/.dotnet"; do
        if [ -n "$folder" ] && [ -x "$folder/dotnet" ]; then
            export DOTNET_ROOT="$folder" PATH="$folder:$PATH"
            break
        fi
    done
fi

if ! command -v dotnet >/dev/null 2>&1; then
    say "found no .NET SDK; needed is version 10.0.100 or later: https://dotnet.microsoft.com/download"
    exit 1
fi

# The SDK itself refuses to start without ICU; the product needs none.
if ! dotnet --version >/dev/null 2>&1 && DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 dotnet --version >/dev/null 2>&1; then
    say "the machine has no ICU library: the SDK runs in invariant mode"
    export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
fi

if ! dotnet --version >/dev/null 2>&1; then
    dotnet --version >&2
    say "the .NET SDK here does not fit; needed is version 10.0.100 or later (see global.json)"
    exit 1
fi
