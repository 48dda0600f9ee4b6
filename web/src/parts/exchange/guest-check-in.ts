import { type Answer, call, type OutputOf } from '../../call.ts'

/** The bureau whose screen showed a code: its address stands before the first point. */
export function bureauOfCode(code: string): string {
  return code.trim().split('.')[0] ?? ''
}

/**
 * Checks in at another bureau with the passes of one's own: each cohort there is tried until one takes the code. Null when
 * this teacher takes part in none of that bureau's.
 */
export async function checkInAbroad(district: string, code: string): Promise<Answer<OutputOf<'checkInGuest'>> | null> {
  const bureau = bureauOfCode(code)
  const mine = await call('listGuests', { params: { district }, query: { limit: 50 } })
  if (!mine.ok) return mine
  let last: Answer<OutputOf<'checkInGuest'>> | null = null
  for (const { id } of mine.body.items.filter(({ sender, state }) => sender === bureau && state === 'enrolled')) {
    const pass = await call('readGuestPass', { params: { district, id } })
    if (!pass.ok) return pass
    last = await call('checkInGuest', { params: { district: bureau }, body: { code, pass: pass.body.pass } })
    if (last.ok || last.problem.code !== 'code-refused') return last
  }
  return last
}
