import { sha256 } from '@shixun/db/sha256'

/** Base 32 without look-alikes (Crockford): I and L are read as 1, O as 0. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

const grouped = (text: string) => text.replace(/(.{4})(?=.)/g, '$1-')

/** A receipt that nobody guesses (80 bits), in four groups that a person can write down. */
export function newReceipt(): string {
  const random = crypto.getRandomValues(new Uint8Array(LENGTH))
  return grouped([...random].map((byte) => ALPHABET.charAt(byte % 32)).join(''))
}

/** A receipt as somebody typed it, in its one form; null when it is none. */
export function receiptOf(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0')
  return plain.length === LENGTH && [...plain].every((char) => ALPHABET.includes(char)) ? grouped(plain) : null
}

/** What of a receipt is kept: it opens the answer, so that the database must not give it away. */
export function receiptHash(receipt: string): Promise<string> {
  return sha256(receipt)
}
