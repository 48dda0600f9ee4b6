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

/** A prefixed id that sorts by time: 48 bits of milliseconds, 80 random bits, in base 32 without look-alikes. */
export function newId(prefix: IdPrefix, now: string): string {
  let time = Date.parse(now)
  let head = ''
  for (let i = 0; i < 10; i++) {
    head = ALPHABET[time % 32] + head
    time = Math.floor(time / 32)
  }
  const random = crypto.getRandomValues(new Uint8Array(16))
  let tail = ''
  for (const byte of random) tail += ALPHABET[byte % 32]
  return `${prefix}_${head}${tail}`
}
