import { FIELD_PROBLEMS } from '@shixun/contract/field-problem'
import { PROBLEMS, problemType } from '@shixun/contract/problem'
import type { Refusal } from '@shixun/domain/shared/refusal'

function filled(text: string, facts: Record<string, string | number | undefined>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '—'))
}

/** Turns a refusal into problem+json (RFC 9457); the only place that does. */
export function problemResponse(refusal: Refusal, requestId: string): Response {
  const row = PROBLEMS[refusal.code]
  const facts = refusal.facts ?? {}
  const errors = refusal.fields?.map((field) => ({
    ...field,
    detail: filled(FIELD_PROBLEMS[field.problem] ?? FIELD_PROBLEMS['invalid'] ?? '', { limit: field.limit }),
  }))
  const body = {
    type: problemType(refusal.code),
    title: filled(row.title, facts),
    status: row.status,
    detail: filled(row.remedy, facts),
    requestId,
    ...(errors?.length ? { errors } : {}),
  }
  const retry: Record<string, string> =
    row.status === 503 || row.status === 429 ? { 'retry-after': String(facts['seconds'] ?? 5) } : {}
  return new Response(JSON.stringify(body), {
    status: row.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...retry },
  })
}
