/** "v3.259.0" or "3.259.0-dev.1" as [3, 259, 0]; undefined where there is no version in the text. */
function numbers(text) {
  const found = /(\d+)\.(\d+)\.(\d+)/.exec(text);
  return found?.slice(1).map(Number);
}

/** Whether a version is at least the minimum; pre-releases count as their release. */
export function atLeast(version, minimum) {
  const have = numbers(version);
  const need = numbers(minimum);
  if (!have || !need) return false;
  const differing = have.findIndex((number, index) => number !== need[index]);
  return differing === -1 || have[differing] > need[differing];
}
