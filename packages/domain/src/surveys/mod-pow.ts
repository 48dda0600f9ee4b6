/** base^exponent mod modulus, left to right. All of them are non-negative, the modulus is positive. */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus
  let power = base % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * power) % modulus
    power = (power * power) % modulus
  }
  return result
}

/** The inverse of a number modulo another (extended Euclid), or null when they share a factor. */
export function modInverse(value: bigint, modulus: bigint): bigint | null {
  let [older, newer] = [modulus, ((value % modulus) + modulus) % modulus]
  let [before, after] = [0n, 1n]
  while (newer > 0n) {
    const times = older / newer
    ;[older, newer] = [newer, older - times * newer]
    ;[before, after] = [after, before - times * after]
  }
  return older === 1n ? ((before % modulus) + modulus) % modulus : null
}

/** OS2IP of RFC 8017: bytes, the most significant first. */
export function fromBytes(bytes: Uint8Array): bigint {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text === '' ? 0n : BigInt(`0x${text}`)
}

/** I2OSP of RFC 8017. The number must fit. */
export function toBytes(value: bigint, length: number): Uint8Array<ArrayBuffer> {
  const text = value.toString(16).padStart(length * 2, '0')
  if (text.length > length * 2) throw new RangeError('the number has more bytes than asked for')
  return Uint8Array.from({ length }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16))
}
