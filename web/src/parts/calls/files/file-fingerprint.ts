const HEAD_BYTES = 65_536

/** FNV-1a of 32 bits from a basis of its own. */
function fnv(bytes: Uint8Array, basis: number): number {
  let hash = basis >>> 0
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}

/**
 * What tells a file again after a reload, with its name and size: 64 hexadecimal digits from its first 64 KB. It only
 * recognises; the server hashes the whole file. The browser's own hash is not to be had on a plain http address.
 */
export async function fingerprintOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await new Response(file.slice(0, HEAD_BYTES)).arrayBuffer())
  return Array.from({ length: 8 }, (_, n) =>
    fnv(bytes, 0x811c9dc5 + Math.imul(n, 0x9e3779b1))
      .toString(16)
      .padStart(8, '0'),
  ).join('')
}
