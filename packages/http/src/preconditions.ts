import type { Route } from '@shixun/contract/route'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'

/** The version in an `If-Match` of the form `"7"`; `*` matches any. Null when none was given, or none is looked at. */
export function seenVersion(route: Route, request: Request): Result<number | null, Refusal> {
  if (route.ifMatch === undefined) return ok(null)
  const header = request.headers.get('if-match')
  if (header === null) return route.ifMatch === 'required' ? refuse({ code: 'version-required' }) : ok(null)
  if (header.trim() === '*') return ok(null)
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1]
  return version === undefined ? refuse({ code: 'version-stale' }) : ok(Number(version))
}

/** The idempotency key of a mutation: up to 255 visible characters, or none. */
export function repeatKey(request: Request): Result<string | null, Refusal> {
  const key = request.headers.get('idempotency-key')
  if (key === null || request.method === 'GET') return ok(null)
  return /^[\x21-\x7e]{1,255}$/.test(key)
    ? ok(key)
    : refuse({ code: 'invalid-input', fields: [{ pointer: '/headers/idempotency-key', problem: 'wrong_format' }] })
}
