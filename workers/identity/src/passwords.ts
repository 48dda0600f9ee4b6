import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Cost of a hash: N = 2^15, r = 8, p = 3, as trust.md asks; 32 MB and a tenth of a second. */
const COST = { ln: 15, r: 8, p: 3 }
const SALT_BYTES = 16
const HASH_BYTES = 32
const MAX_MEMORY = 64 * 1024 * 1024

export type Pepper = { id: string; key: Buffer }

/**
 * Passwords at rest: `$s1$ln=15,r=8,p=3,k=p1$salt$hash`. The password is keyed with a pepper (HMAC-SHA-256) before
 * scrypt, so that a stolen database alone cannot be guessed at. `check` costs one scrypt whether there is a hash or not.
 */
export type Passwords = {
  hash(password: string): Promise<string>
  check(password: string, stored: string | null): Promise<boolean>
  outdated(stored: string): boolean
}

type Stored = { ln: number; r: number; p: number; k: string; salt: Buffer; hash: Buffer }

function parse(stored: string): Stored {
  const parts = /^\$s1\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2}),k=(\w+)\$([\w-]+)\$([\w-]+)$/.exec(stored)
  if (!parts) throw new Error('a stored password of unknown form')
  const [, ln, r, p, k = '', salt = '', hash = ''] = parts
  return {
    ln: Number(ln),
    r: Number(r),
    p: Number(p),
    k,
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  }
}

function derive(keyed: Buffer, salt: Buffer, { ln, r, p }: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(keyed, salt, HASH_BYTES, { N: 2 ** ln, r, p, maxmem: MAX_MEMORY }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    )
  })
}

/** Binds the hash to the peppers of this installation, the one for new hashes first. */
export function makePasswords(peppers: readonly Pepper[]): Passwords {
  const [current] = peppers
  if (!current) throw new Error('no pepper')
  const keyedBy = (id: string, password: string) => {
    const pepper = peppers.find((one) => one.id === id)
    if (!pepper) throw new Error(`no pepper ${id}`)
    return createHmac('sha256', pepper.key).update(password, 'utf8').digest()
  }
  const nobody = { ...COST, k: current.id, salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(HASH_BYTES) }
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES)
      const hash = await derive(keyedBy(current.id, password), salt, COST)
      return `$s1$ln=${COST.ln},r=${COST.r},p=${COST.p},k=${current.id}$${salt.toString('base64url')}$${hash.toString('base64url')}`
    },
    async check(password, stored) {
      const { k, salt, hash, ...cost } = stored === null ? nobody : parse(stored)
      const equal = timingSafeEqual(await derive(keyedBy(k, password), salt, cost), hash)
      return equal && stored !== null
    },
    outdated(stored) {
      const { ln, r, p, k } = parse(stored)
      return k !== current.id || 2 ** ln * r * p < 2 ** COST.ln * COST.r * COST.p
    },
  }
}
