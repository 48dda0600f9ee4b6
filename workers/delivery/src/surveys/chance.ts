/** 128 random bits in hex: a key of a row that tells nothing of when it came. */
export function untimedId(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)))
}

/** A random number from 1 to below a modulus; 64 bits more than it has make the bias nothing. */
export function randomBelow(modulus: bigint, bytes: number): bigint {
  const number = BigInt(`0x${hex(crypto.getRandomValues(new Uint8Array(bytes + 8)))}`)
  return 1n + (number % (modulus - 1n))
}

function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
