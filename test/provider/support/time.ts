const TIMES = /"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g;

/** Moves every time in a ledger back, as if the state were so much older. */
export function hoursAgo(hours: number): (ledger: string) => string {
  const earlier = (time: string) => new Date(Date.parse(time) - hours * 3_600_000).toISOString();
  return (ledger) => ledger.replaceAll(TIMES, (_, time: string) => JSON.stringify(earlier(time)));
}

/** Moves every time in a saved state so that the latest of them is now. */
export function asOfNow(saved: string): string {
  const latest = Math.max(...[...saved.matchAll(TIMES)].map(([, time = ""]) => Date.parse(time)));
  return hoursAgo((latest - Date.now()) / 3_600_000)(saved);
}
