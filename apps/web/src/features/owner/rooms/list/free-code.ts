/** A code that none of the known rooms has: the wanted one, or one with a number after it. At most 40 characters. */
export function freeCode(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(numbered(wanted, number))) number += 1;
  return numbered(wanted, number);
}

const longest = 40;

const numbered = (code: string, number: number): string => {
  const end = `-${number}`;
  return code.slice(0, longest - end.length).replace(/-$/, '') + end;
};
