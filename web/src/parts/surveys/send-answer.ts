import { type Answer, addressOf, readAnswer } from '../../call.ts'
import { offlineProblem } from '../../problem.ts'
import type { KeptAnswer } from './kept-answer.ts'

interface Sending {
  district: string
  id: string
  answer: Pick<KeptAnswer, 'serial' | 'signature' | 'values' | 'segments'>
}

/** Sends an answer as nobody: without the session's cookie and without the page it came from. */
export async function sendAnswer({ district, id, answer }: Sending): Promise<Answer<unknown>> {
  const { serial, signature, values, segments } = answer
  const filled = Object.fromEntries(
    Object.entries(values).filter(([, value]) => !(value === '' || (Array.isArray(value) && value.length === 0))),
  )
  const told = Object.fromEntries(Object.entries(segments).filter(([, value]) => value !== ''))
  try {
    const response = await fetch(addressOf('answerSurvey', { district, id }), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ serial, signature, values: filled, segments: told }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    return readAnswer(response.status, await response.text(), (name) => response.headers.get(name))
  } catch {
    return { ok: false, problem: offlineProblem() }
  }
}
