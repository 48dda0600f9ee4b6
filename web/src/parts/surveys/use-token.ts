import { tokenText } from '@shixun/domain/surveys/token-text'
import { useEffect, useState } from 'preact/hooks'
import type { Answer, OutputOf } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'
import { blindToken, finishToken, isSoundKey, newSerial } from './blind-token.ts'
import { type KeptAnswer, keep, type Place, readKept } from './kept-answer.ts'

type Paper = OutputOf<'readPaper'>
/** Has a blinded token signed: with the session, or with the pass of a guest. */
export type Sign = (blinded: string) => Promise<Answer<OutputOf<'takeSurveyToken'>>>

export type TokenState =
  | { kind: 'taking' }
  | { kind: 'ready'; kept: KeptAnswer }
  | { kind: 'done' }
  | { kind: 'elsewhere' }
  | { kind: 'insecure' }
  | { kind: 'badKey' }
  | { kind: 'failed'; problem: ProblemError }

async function blinded(place: Place, paper: Paper): Promise<KeptAnswer> {
  const serial = newSerial()
  const made = await blindToken(paper.publicKey, tokenText(place.survey, serial))
  return { serial, ...made, signature: null, values: {}, segments: {}, sending: false, done: false }
}

/** Takes the token of this device, or goes on where it stopped: what was blinded once is asked for again as it is. */
async function takeToken(place: Place, sign: Sign, paper: Paper, taken: boolean): Promise<TokenState> {
  const known = readKept(place)
  if (known?.done) return { kind: 'done' }
  if (known?.signature) return { kind: 'ready', kept: known }
  if (taken && known === null) return { kind: 'elsewhere' }
  if (!isSoundKey(paper.publicKey)) return { kind: 'badKey' }
  const kept = known ?? (await blinded(place, paper))
  if (!keep(place, kept)) return { kind: 'insecure' }
  const answer = await sign(kept.blinded)
  if (!answer.ok)
    return answer.problem.code === 'survey-token-taken'
      ? { kind: 'elsewhere' }
      : { kind: 'failed', problem: answer.problem }
  const signed = { signature: answer.body.signature, inverse: kept.inverse }
  const signature = await finishToken(paper.publicKey, tokenText(place.survey, kept.serial), signed)
  if (signature === null) return { kind: 'badKey' }
  const ready = { ...kept, signature }
  keep(place, ready)
  return { kind: 'ready', kept: ready }
}

/** The token of this person on this device; asked for as soon as the page is open, well before the answer is sent. */
export function useToken(given: { place: Place; sign: Sign; paper: Paper; taken: boolean }) {
  const { place, sign, paper, taken } = given
  const [state, setState] = useState<TokenState>({ kind: 'taking' })
  async function take() {
    setState({ kind: 'taking' })
    if (typeof BigInt === 'undefined' || crypto.subtle === undefined) return setState({ kind: 'insecure' })
    setState(await takeToken(place, sign, paper, taken))
  }
  useEffect(() => {
    void take()
  }, [place.survey, place.account])
  return { state, take: () => void take(), done: () => setState({ kind: 'done' }) }
}
