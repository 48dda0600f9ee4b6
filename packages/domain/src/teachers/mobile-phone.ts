/** The 11 digits of a mainland mobile number as people type it, or null. */
export function readMobilePhone(written: string): string | null {
  const digits = written
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}
