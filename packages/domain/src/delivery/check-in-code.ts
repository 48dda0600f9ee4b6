/**
 * A code on the trainer's screen (签到码), good for one window of time: whose it is, which session, which window, and the
 * MAC over them. A window is the number of rotations since 1970, by real time.
 */
export type CheckInCode = { slug: string; session: string; window: number; kid: string; mac: string }

/** Characters of the MAC that a code carries: 96 bits in base64url, so that the picture stays coarse enough for a projector. */
export const MAC_CHARACTERS = 16

const SHAPE = /^([a-z][a-z0-9-]{1,30}[a-z0-9])\.(ses_[0-9a-z]{26})\.([0-9a-z]{1,9})\.(\w{1,12})\.([\w-]{16})$/

export function codeText({ slug, session, window, kid, mac }: CheckInCode): string {
  return [slug, session, window.toString(36), kid, mac].join('.')
}

/** Null for what is no code of this house. */
export function parseCode(text: string): CheckInCode | null {
  const parts = SHAPE.exec(text.trim())
  if (!parts) return null
  const [, slug = '', session = '', window = '', kid = '', mac = ''] = parts
  return { slug, session, window: Number.parseInt(window, 36), kid, mac }
}

/** What the MAC is taken over. The district is named by its id: an address can be given to another bureau one day. */
export function signedText(district: string, session: string, window: number): string {
  return JSON.stringify(['check-in', district, session, window])
}

/** Seconds that a code stays on the screen, and seconds for which it is taken after it has gone. */
export type Rotation = { rotateSeconds: number; graceSeconds: number }

export function windowAt(ms: number, { rotateSeconds }: Pick<Rotation, 'rotateSeconds'>): number {
  return Math.floor(ms / (rotateSeconds * 1000))
}

/** First millisecond of a window on the screen. */
export function windowStart(window: number, { rotateSeconds }: Pick<Rotation, 'rotateSeconds'>): number {
  return window * rotateSeconds * 1000
}

export type Freshness = 'fresh' | 'expired' | 'ahead'

/** Whether a code of this window is taken at this real time. The screen has the next codes in hand: those are not good yet. */
export function freshnessOf(window: number, rotation: Rotation, ms: number): Freshness {
  if (ms < windowStart(window, rotation)) return 'ahead'
  return ms < windowStart(window + 1, rotation) + rotation.graceSeconds * 1000 ? 'fresh' : 'expired'
}
