import type { Hand, StoredAnswer } from '@shixun/db/commit'
import { type IdPrefix, newId } from '@shixun/db/ids'
import { actorOf, type Visitor } from '@shixun/domain/identity/visitor'
import type { Refusal } from '@shixun/domain/shared/refusal'
import type { Result } from '@shixun/domain/shared/result'
import type { Passage } from './passage.ts'

/**
 * Everything a verb may know, built once at the door and passed by hand: the store it may touch, who acts, when,
 * and under which request. `seen` is the version the actor saw, `repeat` the idempotency key given.
 */
export type Scene<Store> = {
  store: Store
  visitor: Visitor
  now: string
  requestId: string
  seen: number | null
  hand: Hand
  passage: Passage
  newId(prefix: IdPrefix): string
  /** Work that may outlive the answer, such as a nudge; its failure never harms what was committed. */
  later(work: Promise<unknown>): void
}

/** What a verb answers: a body for people and programs, or bytes of its own. */
export type Answer = { status?: number; body: unknown; version?: number; headers?: Record<string, string> } | Response

export type Verdict = Result<Answer, Refusal>

/** The answer as it is stored under an idempotency key. */
export function storedAnswer(status: number, body: unknown, version?: number): StoredAnswer {
  return { status, body, headers: version === undefined ? {} : { etag: `"${version}"` } }
}

export function handOf(visitor: Visitor, passage: Passage, repeat: Hand['repeat']): Hand {
  return { actor: actorOf(visitor), now: passage.now, requestId: passage.requestId, repeat }
}

export function idMaker(passage: Passage): (prefix: IdPrefix) => string {
  return (prefix) => newId(prefix, passage.now)
}
