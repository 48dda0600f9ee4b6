const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Prefixes of ids: the kind of thing an id names, readable in any log. */
export type IdPrefix =
  | 'dis'
  | 'acc'
  | 'mem'
  | 'inv'
  | 'req'
  | 'sch'
  | 'pro'
  | 'prv'
  | 'tea'
  | 'exp'
  | 'cal'
  | 'app'
  | 'att'
  | 'rub'
  | 'pan'
  | 'she'
  | 'not'
  | 'obj'
  | 'eva'
  | 'nom'
  | 'lst'
  | 'pla'
  | 'env'
  | 'tsk'
  | 'cli'
  | 'fil'
  | 'upl'
  | 'eth'
  | 'amd'
  | 'rob'
  | 'dsp'
  | 'xpt'
  | 'coh'
  | 'ses'
  | 'enr'
  | 'rpt'
  | 'hcl'
  | 'sur'
  | 'inq'
  | 'fol'
  | 'fur'
  | 'pol'
  | 'led'
  | 'rec'
  | 'sim'
  | 'crt'
  | 'iss'
  | 'imp'
  | 'tra'
  | 'pst'
  | 'cld'
  | 'off'
  | 'gst'
  | 'snp'
  | 'alm'
  | 'mst'
  | 'apl'
  | 'isp'
  | 'ins'
  | 'iph'
  | 'rvc'
  | 'rcu'

function inBase32(value: bigint, digits: number): string {
  let text = ''
  for (let rest = value, i = 0; i < digits; i++, rest >>= 5n) text = ALPHABET[Number(rest & 31n)] + text
  return text
}

/** 79 random bits: the eightieth stays free, so that steps within one millisecond never overflow. */
function randomTail(): bigint {
  return crypto.getRandomValues(new Uint8Array(10)).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> 1n
}

function randomStep(): bigint {
  return 1n + BigInt(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
}

let last = { now: '', tail: 0n }

/**
 * A prefixed id that sorts by time: 48 bits of milliseconds, 80 random bits, in base 32 without look-alikes. Ids that
 * one isolate makes at the same instant follow one another in order, by random steps: rows of one import keep theirs.
 */
export function newId(prefix: IdPrefix, now: string): string {
  last = { now, tail: last.now === now ? last.tail + randomStep() : randomTail() }
  return `${prefix}_${inBase32(BigInt(Date.parse(now)), 10)}${inBase32(last.tail, 16)}`
}
