const TIMES = /"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g;

/** Moves every time in a ledger back, as if the state were so much older. */
export function hoursAgo(hours: number): (ledger: string) => string {
  const earlier = (time: string) => new Date(Date.parse(time) - hours * 3_600_000).toISOString();
  return (ledger) => ledger.replaceAll(TIMES, (_, time: string) => JSON.stringify(earlier(time)));
}
