/** A moment as the service writes it, `yyyy-MM-dd HH:mm:ss`, at an offset from UTC in hours. */
export function writeTime(milliseconds: number, utcOffset: number): string {
  const shifted = new Date(milliseconds + utcOffset * 3_600_000).toISOString();
  return shifted.slice(0, 19).replace("T", " ");
}

export function isTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text);
}
