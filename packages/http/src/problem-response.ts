import { FIELD_PROBLEMS } from '@shixun/contract/field-problem'
import { PROBLEMS, problemType } from '@shixun/contract/problem'
import type { Route } from '@shixun/contract/route'
import type { Refusal } from '@shixun/domain/shared/refusal'
import type { FieldProblem } from '@shixun/domain/shared/result'

function filled(text: string, facts: Record<string, string | number | undefined>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '—'))
}

/** What is wrong with one member, in words; braces that are no `{limit}` belong to the text. */
export function fieldWords({ problem, limit, detail }: FieldProblem): string {
  const words = FIELD_PROBLEMS[problem] ?? FIELD_PROBLEMS['invalid'] ?? ''
  return detail ?? words.replaceAll('{limit}', String(limit ?? '—'))
}

/** A refusal in the words of the product: what is the matter, and what to do. */
export function problemWords({ code, facts = {} }: Refusal): { title: string; detail: string } {
  const row = PROBLEMS[code]
  return { title: filled(row.title, facts), detail: filled(row.remedy, facts) }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The same refusal for somebody who opened a page and not an API: title and what to do, without a script. */
function problemPage(title: string, remedy: string, requestId: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(title)}</title><link rel="stylesheet" href="/public.css"></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(remedy)}</p><p class="quiet">请求编号 ${escaped(requestId)}</p></main></body></html>`
}

/** The answer to a request that was refused: a page where a browser asked for one, problem+json else. */
export function refusalResponse(
  asked: { route: Pick<Route, 'produces'>; request: Request },
  refusal: Refusal,
  requestId: string,
): Response {
  const problem = problemResponse(refusal, requestId)
  const wantsPage = asked.route.produces === 'html' && asked.request.headers.get('accept')?.includes('text/html')
  if (!wantsPage) return problem
  const { title, remedy } = PROBLEMS[refusal.code]
  const facts = refusal.facts ?? {}
  const headers = new Headers(problem.headers)
  headers.set('content-type', 'text/html; charset=utf-8')
  const page = problemPage(filled(title, facts), filled(remedy, facts), requestId)
  return new Response(page, { status: problem.status, headers })
}

/** Turns a refusal into problem+json (RFC 9457); the only place that does. */
export function problemResponse(refusal: Refusal, requestId: string): Response {
  const row = PROBLEMS[refusal.code]
  const facts = refusal.facts ?? {}
  const errors = refusal.fields?.map((field) => ({
    ...field,
    detail: fieldWords(field),
  }))
  const { title, detail } = problemWords(refusal)
  const body = {
    type: problemType(refusal.code),
    title,
    status: row.status,
    detail,
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
