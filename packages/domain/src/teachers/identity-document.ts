import { provinceCodes } from '../identity/province-codes.ts'
import { isCalendarDate } from '../shared/china-time.ts'
import { ok, type Result, refuse } from '../shared/result.ts'

/** Kinds of documents a teacher can hold; only the first two are built after GB 11643. */
export const identityDocumentKinds = [
  'resident-identity-card',
  'hk-macao-taiwan-residence-permit',
  'hk-macao-travel-permit',
  'taiwan-travel-permit',
  'foreign-permanent-residence-card',
  'passport',
] as const

export type IdentityDocumentKind = (typeof identityDocumentKinds)[number]

/** `birth` and `sex` are null where the number does not carry them. `prefix` can be an abolished division: never resolve it by code alone. */
export type IdentityDocument = {
  kind: IdentityDocumentKind
  number: string
  prefix: string | null
  birth: string | null
  sex: 'male' | 'female' | null
}

export type IdentityDocumentRefusal = {
  code:
    | 'identity-number-malformed'
    | 'identity-region-unknown'
    | 'identity-birth-impossible'
    | 'identity-check-digit-wrong'
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'
const RESIDENCE_PERMIT_REGIONS = new Set(['81', '82', '83'])

/** Reads a document number as typed: trimmed, full-width characters and a lower-case x accepted and normalised. */
export function readIdentityDocument(
  kind: IdentityDocumentKind,
  text: string,
): Result<IdentityDocument, IdentityDocumentRefusal> {
  const number = text.normalize('NFKC').trim().toUpperCase()
  if (kind === 'resident-identity-card') return readNumber(kind, number, provinceCodes)
  if (kind === 'hk-macao-taiwan-residence-permit') return readNumber(kind, number, RESIDENCE_PERMIT_REGIONS)
  if (!/^[A-Z0-9]{5,20}$/.test(number)) return refuse({ code: 'identity-number-malformed' })
  return ok({ kind, number, prefix: null, birth: null, sex: null })
}

/** The 18th character for 17 digits: Σ weight·digit mod 11 (GB 11643-1999, ISO 7064 MOD 11-2). */
export function identityCheckDigit(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return CHECK_DIGITS.charAt(sum % 11)
}

/**
 * A well-formed number for a person who does not exist: division code of 6 digits, birth `YYYY-MM-DD`,
 * sequence 0–999 (odd male, even female). Throws a RangeError on anything else.
 */
export function makeIdentityNumber(prefix6: string, birth: string, sequence: number): string {
  if (!/^\d{6}$/.test(prefix6)) throw new RangeError(`not a division code: ${prefix6}`)
  if (!isCalendarDate(birth)) throw new RangeError(`not a date: ${birth}`)
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999) throw new RangeError(`not a sequence: ${sequence}`)
  const digits = prefix6 + birth.replaceAll('-', '') + String(sequence).padStart(3, '0')
  return digits + identityCheckDigit(digits)
}

function readNumber(
  kind: IdentityDocumentKind,
  number: string,
  regions: ReadonlySet<string>,
): Result<IdentityDocument, IdentityDocumentRefusal> {
  const parts = /^(\d{6})(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/.exec(number)
  if (!parts) return refuse({ code: 'identity-number-malformed' })
  const [, prefix = '', year, month, day, sexDigit] = parts
  if (!regions.has(prefix.slice(0, 2))) return refuse({ code: 'identity-region-unknown' })
  const birth = `${year}-${month}-${day}`
  if (!isCalendarDate(birth)) return refuse({ code: 'identity-birth-impossible' })
  if (identityCheckDigit(number.slice(0, 17)) !== number[17]) return refuse({ code: 'identity-check-digit-wrong' })
  return ok({ kind, number, prefix, birth, sex: Number(sexDigit) % 2 === 1 ? 'male' : 'female' })
}
