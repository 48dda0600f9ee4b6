import { randomBytes } from 'node:crypto'
import { instantOf } from '@shixun/db/directory/clock'
import type { activationCodes } from '@shixun/db/directory/schema'
import { sha256 } from '@shixun/db/sha256'
import { ACTIVATION_DAYS, readActivationCode, writeActivationCode } from '@shixun/domain/identity/activation-code'

const DAY_MS = 86_400_000

/** 128 random bits to be printed once; the directory keeps their SHA-256, which so many bits make safe. */
export async function newCode(now: string): Promise<{ code: string; codeHash: string; expiresAt: string }> {
  const code = writeActivationCode(randomBytes(16))
  const codeHash = await sha256(readActivationCode(code) ?? '')
  return { code, codeHash, expiresAt: instantOf(Date.parse(now) + ACTIVATION_DAYS * DAY_MS, undefined) }
}

export type Activation = { activationCode: string; expiresAt: string; row: typeof activationCodes.$inferInsert }

/** The code with which a person sets the password of an account. */
export async function newActivation(accountId: string, now: string): Promise<Activation> {
  const { code, codeHash, expiresAt } = await newCode(now)
  return { activationCode: code, expiresAt, row: { codeHash, accountId, expiresAt } }
}
