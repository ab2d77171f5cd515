const CHECK_INTERVAL_MS = 100;

/** npm passes a signal on to its shell, which dies of it alone: then the shell's child is left. */
export function whenNpmEnds(act) {
  if (!process.env["npm_lifecycle_event"]) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, CHECK_INTERVAL_MS);
  timer.unref();
}
