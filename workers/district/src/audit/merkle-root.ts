type Bytes = Uint8Array<ArrayBuffer>

async function digest(prefix: 0 | 1, ...parts: readonly Bytes[]): Promise<Bytes> {
  const joined = new Uint8Array(1 + parts.reduce((length, part) => length + part.length, 0))
  joined[0] = prefix
  let at = 1
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined))
}

function bytesOf(hex: string): Bytes {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
}

/**
 * Merkle tree hash of RFC 6962 §2.1 over leaf hashes (hex) as its entries: 0x00 before a leaf, 0x01 before a node.
 * Pairing level by level with a lone last node carried up gives the same tree as the RFC's split. Needs a leaf.
 */
export async function merkleRoot(leaves: readonly string[]): Promise<string> {
  let level = await Promise.all(leaves.map((leaf) => digest(0, bytesOf(leaf))))
  while (level.length > 1) {
    const pairs = level.filter((_, at) => at % 2 === 0).map((left, at) => [left, level[at * 2 + 1]] as const)
    level = await Promise.all(pairs.map(([left, right]) => (right ? digest(1, left, right) : left)))
  }
  const [root] = level
  if (!root) throw new RangeError('a tree without leaves')
  return Array.from(root, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
