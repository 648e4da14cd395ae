export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** Round by round. */
export function ratios(ours: readonly number[], others: readonly number[]): number[] {
  return ours.map((seconds, round) => seconds / (others[round] ?? NaN));
}
