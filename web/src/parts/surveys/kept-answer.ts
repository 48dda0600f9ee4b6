import type { Values } from './answer-form.tsx'

/** What this device keeps of an answer until it is sent: its token, how it was blinded, and what was filled in so far. */
export interface KeptAnswer {
  serial: string
  blinded: string
  inverse: string
  /** Null until the blinded token was signed. */
  signature: string | null
  values: Values
  segments: Readonly<Record<string, string>>
  /** It was on its way: if the token is found used, this was the answer that used it. */
  sending: boolean
  done: boolean
}

/** Of one person on one device: a shared computer has several. */
export interface Place {
  survey: string
  account: string
}

function keyOf({ survey, account }: Place): string {
  return `shixun.survey.${survey}.${account}`
}

export function readKept(place: Place): KeptAnswer | null {
  try {
    const text = localStorage.getItem(keyOf(place))
    return text === null ? null : (JSON.parse(text) as KeptAnswer)
  } catch {
    return null
  }
}

/** False when the device keeps nothing: a token that is not kept would be lost, so that none is asked for then. */
export function keep(place: Place, answer: KeptAnswer): boolean {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(answer))
    return true
  } catch {
    return false
  }
}

/** After it was sent only that it was remains: neither token nor answer, so that nobody can be made to show what they said. */
export function forgetAnswer(place: Place): void {
  const nothing = { serial: '', blinded: '', inverse: '', signature: null, values: {}, segments: {} }
  keep(place, { ...nothing, sending: false, done: true })
}
