/** Headers of a request from an address that no other one came from: a test's own connections are from a proxy that is believed. */
export function setFreshAddresses(): () => Record<string, string> {
  let count = 0;
  return () => {
    count += 1;
    return { 'x-forwarded-for': `203.0.${Math.floor(count / 250)}.${1 + (count % 250)}` };
  };
}
