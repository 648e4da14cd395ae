/** Commands that work on the selected stack. */
const onStack = new Set(
  "up update preview pre refresh destroy down dn config cfg import watch cancel state logs history hist env".split(" "),
);

/** Commands below `stack` that do so too; the others list, make, choose or remove one. */
const belowStack = new Set("export import output history graph tag change-secrets-provider rename unselect".split(" "));

/** Whether a command line of the CLI needs a stack and leaves the choice to what is selected. */
export function needsStack(args: readonly string[]): boolean {
  const named = args.some((arg) => /^(--stack|-s)(=|$)/.test(arg));
  const asksHelp = args.some((arg) => arg === "--help" || arg === "-h");
  if (named || asksHelp) return false;
  // Words before it belong to flags.
  const at = args.findIndex((arg) => arg === "stack" || onStack.has(arg));
  if (args[at] !== "stack") return at !== -1;
  const below = args.slice(at + 1).find((arg) => !arg.startsWith("-"));
  return below === undefined || belowStack.has(below);
}
