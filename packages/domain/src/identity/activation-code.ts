/** Digits and letters without I, L, O and U, which are misread on a paper slip (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SYMBOLS = 26
const GROUP = 5

/** Days for which an activation code can be used. */
export const ACTIVATION_DAYS = 14

/** Writes 16 random bytes (128 bits) as 26 symbols in groups of five, as they are printed on a slip. */
export function writeActivationCode(bytes: Uint8Array): string {
  let value = 0n
  for (const byte of bytes) value = value * 256n + BigInt(byte)
  let symbols = ''
  for (let n = 0; n < SYMBOLS; n++) {
    symbols = ALPHABET[Number(value % 32n)] + symbols
    value /= 32n
  }
  return symbols.replace(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1-')
}

/** What a person typed as the 26 symbols alone: case, spaces, dashes and the usual misreadings do not matter. Null when it is no code. */
export function readActivationCode(text: string): string | null {
  const symbols = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(symbols) ? symbols : null
}
