const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const identityChecks = "10X98765432";

/** Shape and birthday of an identity number (GB 11643-1999); `today` in milliseconds. */
export function identityNumberShape(text: string, today: number): boolean {
  const match = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  const date = `${year}-${month}-${day}`;
  const birthday = Date.parse(`${date}T00:00:00Z`);
  // A day that a month does not have rolls over, so it must read the same again.
  return !Number.isNaN(birthday) && birthday <= today && new Date(birthday).toISOString().startsWith(date);
}

/** The check character of a number that has the shape (ISO 7064 MOD 11-2). */
export function identityNumberCheck(text: string): boolean {
  const sum = identityWeights.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return identityChecks[sum % 11] === text[17]?.toUpperCase();
}

const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Shape of a unified social credit code (GB 32100-2015). */
export function creditCodeShape(text: string): boolean {
  return /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(text);
}

/** The check character of a code that has the shape. */
export function creditCodeCheck(text: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const character of text.slice(0, 17)) {
    sum += weight * creditAlphabet.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return creditAlphabet[(31 - (sum % 31)) % 31] === text[17];
}
