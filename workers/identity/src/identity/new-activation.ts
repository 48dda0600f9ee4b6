import { randomBytes } from 'node:crypto'
import { instantOf } from '@shixun/db/directory/clock'
import type { activationCodes } from '@shixun/db/directory/schema'
import { sha256 } from '@shixun/db/sha256'
import { ACTIVATION_DAYS, readActivationCode, writeActivationCode } from '@shixun/domain/identity/activation-code'

const DAY_MS = 86_400_000

export type Activation = { activationCode: string; expiresAt: string; row: typeof activationCodes.$inferInsert }

/** A code to be printed once; the directory keeps its SHA-256, which 128 bits make safe. */
export async function newActivation(accountId: string, now: string): Promise<Activation> {
  const activationCode = writeActivationCode(randomBytes(16))
  const expiresAt = instantOf(Date.parse(now) + ACTIVATION_DAYS * DAY_MS, undefined)
  const codeHash = await sha256(readActivationCode(activationCode) ?? '')
  return { activationCode, expiresAt, row: { codeHash, accountId, expiresAt } }
}
