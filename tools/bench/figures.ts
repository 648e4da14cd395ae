export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

export function ratios(pairs: readonly { readonly ours: number; readonly others: number }[]): number[] {
  return pairs.map(({ ours, others }) => ours / others);
}
